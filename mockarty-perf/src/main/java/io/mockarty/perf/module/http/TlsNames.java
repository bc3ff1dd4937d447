package io.mockarty.perf.module.http;

/** The names that k6 has for versions of TLS. */
final class TlsNames {

    private TlsNames() {}

    /** {@code tls1.3} for what Java calls {@code TLSv1.3}. */
    static String version(String java) {
        return java.equals("TLSv1") ? "tls1.0" : java.replace("TLSv", "tls");
    }

    /** {@code TLSv1.3} for {@code tls1.3}. */
    static String java(String version) {
        return version.equals("tls1.0") ? "TLSv1" : version.replace("tls", "TLSv");
    }
}
