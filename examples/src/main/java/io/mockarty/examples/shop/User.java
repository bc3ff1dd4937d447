package io.mockarty.examples.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the shop.
 *
 * @param id the customer's id
 * @param name the full name
 * @param email the e-mail address, or null when the shop does not tell
 * @param shippingFee what shipping costs this customer in euro, or null when the shop leaves it to the tier
 */
public record User(
        String id,
        String name,
        @Nullable String email,
        @Nullable BigDecimal shippingFee) {

    static User from(Answer answer) {
        return new User(
                answer.text("id"), answer.text("name"), answer.textOrNull("email"), answer.moneyOrNull("shippingFee"));
    }
}
