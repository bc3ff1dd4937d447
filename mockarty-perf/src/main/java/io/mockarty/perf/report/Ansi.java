package io.mockarty.perf.report;

/** Colours of a terminal, or none. */
final class Ansi {

    private static final String RESET = "\u001b[0m";

    private final boolean colours;

    Ansi(boolean colours) {
        this.colours = colours;
    }

    String bold(String text) {
        return with("1", text);
    }

    String green(String text) {
        return with("32", text);
    }

    String red(String text) {
        return with("31", text);
    }

    String cyan(String text) {
        return with("36", text);
    }

    String faintCyan(String text) {
        return with("2;36", text);
    }

    String faint(String text) {
        return with("2;37", text);
    }

    private String with(String code, String text) {
        return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
