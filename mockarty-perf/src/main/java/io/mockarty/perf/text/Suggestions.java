package io.mockarty.perf.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant with a misspelt name. */
public final class Suggestions {

    private static final int LETTERS_PER_SLIP = 3;

    private Suggestions() {}

    /**
     * {@return the known name that is written most alike, or nothing when more than a third of the letters differ}
     *
     * <p>Capitals do not matter, and two neighbours in the wrong order are one slip.
     *
     * @param misspelt the name that is not known
     * @param known the names to choose from
     */
    public static Optional<String> nearest(String misspelt, Collection<String> known) {
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparingInt(name -> distance(misspelt, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String misspelt, String known) {
        int shorter = Math.min(misspelt.length(), known.length());
        // Of two letters one may be wrong; of a single one, nothing would be left.
        int slips = shorter < 2 ? 0 : Math.max(1, shorter / LETTERS_PER_SLIP);
        return Math.abs(misspelt.length() - known.length()) <= slips && distance(misspelt, known) <= slips;
    }

    /** How many letters to insert, delete, replace or swap with a neighbour (optimal string alignment). */
    private static int distance(String first, String second) {
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
