package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.with;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text without a meaning. */
final class TextFakes {

    private static final ArgumentRule COUNT = ArgumentRule.optionalCount(1, 1000);

    private TextFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                with("Word", COUNT, (source, args) -> words(source, args.countOr(1))),
                with(
                        "Sentence",
                        COUNT,
                        (source, args) -> args.isEmpty() ? sentence(source) : sentence(source, args.countOr(1))),
                with(
                        "Paragraph",
                        COUNT,
                        (source, args) ->
                                paragraph(source, args.isEmpty() ? (int) source.between(3, 5) : args.countOr(1))));
    }

    private static String words(FakeSource source, int count) {
        return Stream.generate(() -> source.pick(Words.Lorem.WORDS))
                .limit(count)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(FakeSource source) {
        return sentence(source, (int) source.between(5, 10));
    }

    private static String sentence(FakeSource source, int words) {
        String text = words(source, words);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String paragraph(FakeSource source, int sentences) {
        return Stream.generate(() -> sentence(source)).limit(sentences).collect(Collectors.joining(" "));
    }
}
