package io.mockarty.examples.shop;

import java.math.BigDecimal;

/**
 * One line of a cart or an order.
 *
 * @param sku the article number
 * @param qty how many pieces, 1 or more
 * @param price the price of one piece in euro
 */
public record Item(String sku, int qty, BigDecimal price) {

    /**
     * Creates an item.
     *
     * @param sku the article number
     * @param qty how many pieces, 1 or more
     * @param price the price of one piece in euro
     * @throws IllegalArgumentException when the quantity is less than 1
     */
    public Item {
        if (qty < 1) {
            throw new IllegalArgumentException("qty: " + qty + " (expected: 1 or more)");
        }
    }
}
