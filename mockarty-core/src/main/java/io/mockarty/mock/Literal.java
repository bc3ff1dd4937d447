package io.mockarty.mock;

import java.util.Arrays;
import java.util.List;

/** A choice that is written as a fixed word in the mock document. */
public sealed interface Literal permits AssertAction, OneOf.Order, Webhook.Type, Webhook.Trigger {

    /** {@return the word in the mock document} */
    String literal();

    /** Finds the choice for a word that {@code MockSchema} has already accepted. */
    static <L extends Literal> L of(L[] choices, String literal) {
        return Arrays.stream(choices)
                .filter(choice -> choice.literal().equals(literal))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(literal + " (expected: " + words(choices) + ")"));
    }

    private static List<String> words(Literal[] choices) {
        return Arrays.stream(choices).map(Literal::literal).toList();
    }
}
