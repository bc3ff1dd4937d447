package io.mockarty.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One name that may follow {@code $.fake.}: it invents a value of its kind on every call. Functions are found with
 * {@link FakeNames#find(String)}, hold no state and may be used from any thread.
 */
public interface FakeFunction {

    /**
     * Returns the name as it is documented, for example {@code FirstName} or {@code eth_address}.
     *
     * @return the canonical spelling, never empty
     */
    String name();

    /**
     * Tells whether the function can be called with these arguments. Meant for the moment a mock is saved, when the
     * arguments are literals; {@link #generate} checks again.
     *
     * @param args JSON values; a number may also be given as a string of digits
     * @return {@code null} when the arguments are fine, otherwise what was expected, for example {@code 2 integers, min
     *     <= max}
     */
    @Nullable
    String checkArguments(List<@Nullable Object> args);

    /**
     * Invents one value.
     *
     * @param source the randomness and the clock to draw from; it advances
     * @param args JSON values, empty for a name without parentheses
     * @return a JSON value of the type documented for the name: a {@code String}, a {@code Boolean}, a {@code Long} or
     *     a {@code BigDecimal}
     * @throws IllegalArgumentException when {@link #checkArguments} objects to the arguments; the message names the
     *     function, the arguments and what was expected
     */
    Object generate(FakeSource source, List<@Nullable Object> args);
}
