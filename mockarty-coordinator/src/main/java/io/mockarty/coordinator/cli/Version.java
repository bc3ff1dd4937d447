package io.mockarty.coordinator.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program, as the manifest of its jar says. */
final class Version implements IVersionProvider {

    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "mockarty " + number(), "Java " + Runtime.version() + " on " + System.getProperty("os.name")
        };
    }
}
