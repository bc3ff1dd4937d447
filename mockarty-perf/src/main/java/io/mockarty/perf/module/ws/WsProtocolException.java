package io.mockarty.perf.module.ws;

import java.net.ProtocolException;

/** A server broke the rules of WebSockets; the code says which ones. */
final class WsProtocolException extends ProtocolException {

    private static final long serialVersionUID = 1L;

    static final int RULES = 1002;
    static final int NO_UTF8 = 1007;
    static final int TOO_LONG = 1009;

    private final int code;

    WsProtocolException(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
