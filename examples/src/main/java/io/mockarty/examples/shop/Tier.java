package io.mockarty.examples.shop;

import java.math.BigDecimal;
import java.util.Locale;

/** How much a customer is worth to the shop, and what shipping costs unless the shop says otherwise. */
public enum Tier {

    /** Pays for shipping. */
    STANDARD("4.90"),

    /** Gets shipping for free. */
    GOLD("0.00");

    private final BigDecimal shippingFee;

    Tier(String shippingFee) {
        this.shippingFee = new BigDecimal(shippingFee);
    }

    /**
     * Returns the usual price of shipping for customers of this tier.
     *
     * @return the fee in euro, zero or more
     */
    public BigDecimal shippingFee() {
        return shippingFee;
    }

    String headerValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
