package io.mockarty.jsonpath;

/** The code points without a character, category Cn, for the inside of brackets in RE2/J. Computed when first used. */
final class UnassignedCodePoints {

    static final String RANGES = ranges(true);
    static final String COMPLEMENT = ranges(false);

    private UnassignedCodePoints() {}

    private static String ranges(boolean unassigned) {
        StringBuilder ranges = new StringBuilder();
        int start = -1;
        for (int c = 0; c <= Character.MAX_CODE_POINT + 1; c++) {
            boolean inside = c <= Character.MAX_CODE_POINT && Character.isDefined(c) != unassigned;
            if (inside && start < 0) {
                start = c;
            } else if (!inside && start >= 0) {
                ranges.append(String.format("\\x{%x}-\\x{%x}", start, c - 1));
                start = -1;
            }
        }
        return ranges.toString();
    }
}
