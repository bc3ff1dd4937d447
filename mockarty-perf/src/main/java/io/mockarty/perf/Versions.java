package io.mockarty.perf;

/** The version of this engine. */
final class Versions {

    private Versions() {}

    /** The version in the manifest, or a word that says there is none. */
    static String own() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
