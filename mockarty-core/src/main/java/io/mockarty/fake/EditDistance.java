package io.mockarty.fake;

/** How many letters must be added, removed, replaced or swapped with a neighbour to turn one word into another. */
final class EditDistance {

    private static final int MAX_LENGTH = 64;
    private static final int MIN_START = 3;

    private EditDistance() {}

    /** Whether a misspelt word may have been meant as a known one: a few slips, or one begins with the other. */
    static boolean isNear(String misspelt, String known) {
        if (misspelt.length() > MAX_LENGTH) {
            return false;
        }
        return startsAlike(misspelt, known) || between(misspelt, known) <= Math.max(1, misspelt.length() / 3);
    }

    /** Whether one word begins with the other, as {@code EmailAddress} does with {@code Email}. */
    static boolean startsAlike(String first, String second) {
        return Math.min(first.length(), second.length()) >= MIN_START
                && (first.startsWith(second) || second.startsWith(first));
    }

    static int between(String first, String second) {
        int[][] distance = new int[first.length() + 1][second.length() + 1];
        for (int row = 0; row <= first.length(); row++) {
            for (int column = 0; column <= second.length(); column++) {
                distance[row][column] =
                        row == 0 || column == 0 ? row + column : cheapest(distance, first, second, row, column);
            }
        }
        return distance[first.length()][second.length()];
    }

    private static int cheapest(int[][] distance, String first, String second, int row, int column) {
        boolean same = first.charAt(row - 1) == second.charAt(column - 1);
        int replaced = distance[row - 1][column - 1] + (same ? 0 : 1);
        int added = Math.min(distance[row - 1][column], distance[row][column - 1]) + 1;
        boolean swapped = row > 1
                && column > 1
                && first.charAt(row - 1) == second.charAt(column - 2)
                && first.charAt(row - 2) == second.charAt(column - 1);
        int cheapest = Math.min(replaced, added);
        return swapped ? Math.min(cheapest, distance[row - 2][column - 2] + 1) : cheapest;
    }
}
