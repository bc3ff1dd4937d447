package io.mockarty.examples.shop;

import java.math.BigDecimal;

/**
 * A cart as the shop last saw it.
 *
 * @param id the cart's id
 * @param subtotal the price of everything in it, in euro and without shipping
 */
public record Cart(String id, BigDecimal subtotal) {

    static Cart from(Answer answer) {
        return new Cart(answer.text("cartId"), answer.money("subtotal"));
    }
}
