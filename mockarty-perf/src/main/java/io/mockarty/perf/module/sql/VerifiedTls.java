package io.mockarty.perf.module.sql;

import io.mockarty.perf.module.TlsOptions;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.postgresql.ssl.WrappedFactory;

/**
 * Encrypts for {@code sslmode=verify-full}. The factories of the driver take one authority only, and do not say for
 * which host a certificate is. Thread-safe.
 */
public final class VerifiedTls extends WrappedFactory {

    /**
     * Creates the factory; public and with one string because the driver creates it by its name.
     *
     * @param authorities certificates to trust in PEM, empty for those of the JVM
     */
    public VerifiedTls(String authorities) {
        factory = new TlsOptions(true, authorities.isEmpty() ? null : authorities, true)
                .context()
                .getSocketFactory();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        SSLSocket socket = (SSLSocket) super.createSocket(plain, host, port, autoClose);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }
}
