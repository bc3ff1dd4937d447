package io.mockarty.examples.shop;

/**
 * A payment as the payment service last saw it.
 *
 * @param id the payment's id
 * @param status the service's word for it, such as {@code pending} or {@code captured}
 */
public record Payment(String id, String status) {

    static Payment from(Answer answer) {
        return new Payment(answer.text("paymentId"), answer.text("status"));
    }

    /**
     * Tells whether the outcome is still open.
     *
     * @return true while the money is neither captured nor refused
     */
    public boolean pending() {
        return status.equals("pending");
    }
}
