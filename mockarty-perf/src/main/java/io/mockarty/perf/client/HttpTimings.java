package io.mockarty.perf.client;

/**
 * How long the phases of an exchange took, in nanoseconds.
 *
 * @param blocked waiting for a connection to be free, and looking up the host
 * @param connecting opening a connection; 0 when one was open
 * @param tls agreeing on encryption; 0 when that was done before or is not needed
 * @param sending writing the request
 * @param waiting for the first byte of the answer
 * @param receiving reading the answer
 */
public record HttpTimings(long blocked, long connecting, long tls, long sending, long waiting, long receiving) {

    /** Nothing took any time. */
    public static final HttpTimings NONE = new HttpTimings(0, 0, 0, 0, 0, 0);

    /** {@return sending, waiting and receiving together: what k6 calls the duration} */
    public long duration() {
        return sending + waiting + receiving;
    }
}
