package io.mockarty.jsonpath;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions {@code match} and {@code search} (RFC 9535, sections 2.4.6 and 2.4.7). */
final class RegexTest implements Logical {

    private final Term input;
    private final Term regex;
    private final boolean whole;

    /**
     * The regular expression used last. Most often it is the same for every node, also when it comes from the document;
     * when threads race, the worst is that it is compiled again.
     */
    private volatile @Nullable Compiled last;

    RegexTest(Term input, Term regex, boolean whole) {
        this.input = input;
        this.regex = regex;
        this.whole = whole;
        if (regex instanceof Term.Literal literal && literal.value() instanceof String source) {
            last = new Compiled(source, IRegexp.compile(source));
        }
    }

    @Override
    public boolean test(@Nullable Object current, Evaluation evaluation) {
        if (!(input.evaluate(current, evaluation) instanceof String text)
                || !(regex.evaluate(current, evaluation) instanceof String source)) {
            return false;
        }
        Pattern pattern = compiled(source);
        if (pattern == null || !evaluation.match(pattern.programSize(), text.length())) {
            return false;
        }
        return whole ? pattern.matches(text) : pattern.matcher(text).find();
    }

    private @Nullable Pattern compiled(String source) {
        Compiled known = last;
        if (known == null || !known.source.equals(source)) {
            known = new Compiled(source, IRegexp.compile(source));
            last = known;
        }
        return known.pattern;
    }

    private record Compiled(String source, @Nullable Pattern pattern) {}
}
