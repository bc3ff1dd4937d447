package io.mockarty.examples.shop;

import java.math.BigDecimal;

/**
 * An order the shop accepted.
 *
 * @param id the order's id
 * @param number the number printed on the invoice
 * @param total what is to be paid, in euro and with shipping
 */
public record Order(String id, String number, BigDecimal total) {

    static Order from(Answer answer) {
        return new Order(answer.text("orderId"), answer.text("number"), answer.money("total"));
    }
}
