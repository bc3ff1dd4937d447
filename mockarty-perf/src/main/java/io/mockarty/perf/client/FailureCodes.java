package io.mockarty.perf.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of failures. They are those that k6 documents as error codes: 1000 anything, 1050 timeout, 11xx names,
 * 12xx connections, 13xx TLS.
 */
final class FailureCodes {

    static final int GENERIC = 1000;
    static final int TIMEOUT = 1050;
    static final int UNKNOWN_HOST = 1101;
    static final int BLOCKED_ADDRESS = 1110;
    static final int BLOCKED_HOST = 1111;
    static final int DIAL = 1210;
    static final int REFUSED = 1212;
    static final int RESET = 1220;
    static final int TLS = 1300;
    static final int UNKNOWN_AUTHORITY = 1310;
    static final int WRONG_HOST = 1311;

    private FailureCodes() {}

    static int of(IOException problem) {
        if (problem instanceof UnknownHostException) {
            return UNKNOWN_HOST;
        }
        if (problem instanceof ConnectException) {
            return String.valueOf(problem.getMessage()).contains("refused") ? REFUSED : DIAL;
        }
        if (problem instanceof NoRouteToHostException) {
            return DIAL;
        }
        if (problem instanceof SSLException) {
            return tls(problem);
        }
        if (problem instanceof ProtocolException) {
            return GENERIC;
        }
        return problem instanceof SocketException || problem instanceof EOFException ? RESET : GENERIC;
    }

    private static int tls(@Nullable Throwable problem) {
        if (problem instanceof SSLPeerUnverifiedException) {
            return WRONG_HOST;
        }
        if (!(problem instanceof SSLHandshakeException)) {
            return TLS;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                boolean name = String.valueOf(cause.getMessage()).contains("No subject alternative")
                        || String.valueOf(cause.getMessage()).contains("No name matching");
                return name ? WRONG_HOST : UNKNOWN_AUTHORITY;
            }
        }
        return TLS;
    }

    /** What happened, in the words of people. */
    static String words(IOException problem, String host) {
        if (problem instanceof UnknownHostException) {
            return "lookup " + host + ": no such host";
        }
        if (problem instanceof ConnectException || problem instanceof NoRouteToHostException) {
            return "dial " + host + ": " + String.valueOf(problem.getMessage()).toLowerCase(java.util.Locale.ROOT);
        }
        if (problem instanceof SSLException) {
            return "tls with " + host + ": " + problem.getMessage();
        }
        return host + ": " + (problem.getMessage() == null ? problem.toString() : problem.getMessage());
    }
}
