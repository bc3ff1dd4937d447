package io.mockarty.examples.shop;

import java.math.BigDecimal;

/**
 * An article the shop sells.
 *
 * @param sku the article number
 * @param name what it is called
 * @param price the price of one piece in euro
 */
public record Product(String sku, String name, BigDecimal price) {

    static Product from(Answer answer) {
        return new Product(answer.text("sku"), answer.text("name"), answer.money("price"));
    }
}
