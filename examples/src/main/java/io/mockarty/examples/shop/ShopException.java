package io.mockarty.examples.shop;

/** The shop answered, but not with what was asked for. Says what was asked, the status and the body of the answer. */
public final class ShopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    ShopException(String problem, int status, String body) {
        super(body.isEmpty() ? problem : problem + ": " + body);
        this.status = status;
        this.body = body;
    }

    /**
     * Returns the status of the answer.
     *
     * @return an HTTP status code
     */
    public int status() {
        return status;
    }

    /**
     * Returns the body of the answer, as it came.
     *
     * @return the body, possibly empty
     */
    public String body() {
        return body;
    }
}
