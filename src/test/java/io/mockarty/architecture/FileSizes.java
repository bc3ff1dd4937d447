package io.mockarty.architecture;

import java.util.List;

/**
 * The lengths of the project's main files, without {@code package-info.java}.
 *
 * @param sorted the number of lines of each file, ascending
 */
record FileSizes(List<Integer> sorted) {

    static final int MAX = 600;
    static final int MAX_MEDIAN = 90;
    static final int MAX_P90 = 250;

    /** With fewer files a percentile says more about chance than about the project. */
    static final int ENOUGH_FOR_PERCENTILES = 50;

    static FileSizes of(List<SourceFile> files) {
        return new FileSizes(files.stream()
                .filter(file -> !file.isPackageInfo())
                .map(SourceFile::lines)
                .sorted()
                .toList());
    }

    int median() {
        return percentile(50);
    }

    int p90() {
        return percentile(90);
    }

    /** Returns the smallest length that the given share of the files does not exceed. */
    private int percentile(int percent) {
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    boolean enoughForPercentiles() {
        return sorted.size() >= ENOUGH_FOR_PERCENTILES;
    }
}
