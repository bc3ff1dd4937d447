package io.mockarty.coordinator.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port from an option or its environment variable. */
final class PortNumber implements ITypeConverter<Integer> {

    /** What stands for a port that stays closed. */
    static final int OFF = -1;

    private static final int MAX = 65_535;

    @Override
    public Integer convert(String value) {
        if (value.equals("off")) {
            return OFF;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 0 && port <= MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message below, which says the same.
        }
        throw new TypeConversionException("\"" + value + "\" (expected: a port from 0 to " + MAX
                + ", in the option or its environment variable)");
    }
}
