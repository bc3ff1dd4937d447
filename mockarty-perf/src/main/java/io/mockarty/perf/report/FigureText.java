package io.mockarty.perf.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Figures as a page shows them: as many digits as the eye compares, thousands apart, and never a line break before the
 * unit.
 */
final class FigureText {

    private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final int THOUSAND = 1_000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final double MINUTE = 60_000;
    private static final double HOUR = 3_600_000;

    private FigureText() {}

    static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= HUNDRED) {
            return decimals(value, 0);
        }
        return decimals(value, size >= TEN ? 1 : size >= 0.1 ? 2 : 4);
    }

    /** With the decimals that decide whether it is above or below a limit. */
    static String exact(double value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(Math.abs(value) < 1 ? 6 : 2);
        return format.format(value);
    }

    static String millis(double millis) {
        return number(millis) + "\u00A0ms";
    }

    /** How long something took, as in {@code 5m 12s}. */
    static String duration(double millis) {
        if (millis < THOUSAND) {
            return millis(millis);
        }
        if (millis < MINUTE) {
            return decimals(millis / THOUSAND, 1) + "\u00A0s";
        }
        long seconds = Math.round(millis / THOUSAND);
        String rest = seconds / 60 % 60 + "m\u00A0" + seconds % 60 + "s";
        return millis < HOUR ? rest : seconds / 3600 + "h\u00A0" + rest;
    }

    /** A share of 0 to 1 in percent. Never 0 % or 100 % unless it is exactly that. */
    static String percent(double share) {
        double percent = share * HUNDRED;
        if (percent == 0 || percent == HUNDRED) {
            return decimals(percent, 0) + "\u00A0%";
        }
        if (percent < 0.01) {
            return "<\u00A00.01\u00A0%";
        }
        if (percent > 99.99 && percent < HUNDRED) {
            return ">\u00A099.99\u00A0%";
        }
        return decimals(percent, 2) + "\u00A0%";
    }

    static String bytes(double bytes) {
        double rest = bytes;
        int unit = 0;
        while (rest >= THOUSAND && unit < BYTES.length - 1) {
            rest /= THOUSAND;
            unit++;
        }
        return number(rest) + "\u00A0" + BYTES[unit];
    }

    /** A moment in UTC, without parts of seconds; what is no moment stays as it is. */
    static String moment(String iso) {
        try {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC)
                    .format(Instant.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** A number without an exponent, for machines. */
    static String plain(double value) {
        return new BigDecimal(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String decimals(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
