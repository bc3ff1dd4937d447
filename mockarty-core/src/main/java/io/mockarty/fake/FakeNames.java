package io.mockarty.fake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of every name that may follow {@code $.fake.}. It is immutable and may be used from any thread.
 *
 * <p>Names that speak of a moment come in two kinds. {@code DateTimeISO}, {@code DateISO}, {@code RFC3339},
 * {@code Timestamp}, {@code UnixTime}, {@code iso_date} and {@code iso_datetime} are <em>now</em>: what the clock of
 * the source says, in UTC, cut to whole seconds. {@code Date}, {@code TimeString}, {@code MonthName},
 * {@code YearString}, {@code DayOfWeek}, {@code DayOfMonth}, {@code Century}, {@code Timezone} and {@code TimePeriod}
 * are random and do not fit together.
 */
public final class FakeNames {

    private static final Map<String, FakeFunction> BY_LOWER_CASE_NAME = Stream.of(
                    NumberFakes.functions(),
                    IdFakes.functions(),
                    PersonFakes.functions(),
                    InternetFakes.functions(),
                    NetworkFakes.functions(),
                    TextFakes.functions(),
                    TimeFakes.functions(),
                    PlaceFakes.functions(),
                    CompanyFakes.functions(),
                    MoneyFakes.functions(),
                    PhoneFakes.functions(),
                    BarcodeFakes.functions(),
                    ChainFakes.functions(),
                    TaxFakes.functions())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(function -> lowerCase(function.name()), Function.identity()));

    private static final List<String> ALL = BY_LOWER_CASE_NAME.values().stream()
            .map(FakeFunction::name)
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList();

    private FakeNames() {}

    /**
     * Finds a function by its name; upper and lower case are the same, so {@code FirstName}, {@code firstName} and
     * {@code firstname} all hit.
     *
     * @param name what follows {@code $.fake.}, without arguments
     * @return the function, empty when there is none of that name
     */
    public static Optional<FakeFunction> find(String name) {
        return Optional.ofNullable(BY_LOWER_CASE_NAME.get(lowerCase(name)));
    }

    /**
     * Returns the known names that look most like a name that was not found, for an error message.
     *
     * @param name the unknown name
     * @return at most 3 canonical names, first those that begin alike, then those with the fewest slips; empty when
     *     nothing comes near
     */
    public static List<String> nearest(String name) {
        String wanted = lowerCase(name);
        return ALL.stream()
                .filter(known -> EditDistance.isNear(wanted, lowerCase(known)))
                .sorted(Comparator.comparing((String known) -> !EditDistance.startsAlike(wanted, lowerCase(known)))
                        .thenComparingInt(known -> EditDistance.between(wanted, lowerCase(known)))
                        .thenComparing(String.CASE_INSENSITIVE_ORDER))
                .limit(3)
                .toList();
    }

    /**
     * Lists every name once, in its canonical spelling.
     *
     * @return an immutable list in alphabetical order, upper and lower case being the same
     */
    public static List<String> all() {
        return ALL;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
