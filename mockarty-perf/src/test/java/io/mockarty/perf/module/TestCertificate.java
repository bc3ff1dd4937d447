package io.mockarty.perf.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The certificate of a server for {@code localhost} alone, so that the same server under {@code 127.0.0.1} has one for
 * another host. An authority of its own issued it. It is in files because servers want files.
 *
 * @param keyStore the key and the certificates in a PKCS#12 file with {@link #PASSWORD}
 * @param chain the certificates in a PEM file
 * @param key the key in a PEM file
 * @param ca the certificate of the authority in PEM
 */
public record TestCertificate(Path keyStore, Path chain, Path key, String ca) {

    public static final String PASSWORD = "changeit";

    private static final String SERVER = "server";

    /** Makes one. */
    public static TestCertificate in(Path directory) throws Exception {
        Path made = directory.resolve("authority.p12");
        keytool(made, "ca", List.of("-dname", "CN=Test authority", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign"));
        keytool(made, SERVER, List.of("-dname", "CN=Test server", "-ext", "san=dns:localhost", "-signer", "ca"));
        KeyStore all = load(made);
        Key key = all.getKey(SERVER, PASSWORD.toCharArray());
        Certificate[] chain = all.getCertificateChain(SERVER);
        return new TestCertificate(
                keyStore(directory.resolve("server.p12"), key, chain),
                Files.writeString(directory.resolve("server.pem"), pem(chain)),
                secret(directory.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded())),
                pem(all.getCertificate("ca")));
    }

    private static void keytool(Path store, String alias, List<String> more) throws Exception {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-validity", "2", "-startdate", "-1d"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A store without the key of the authority, which a server might take for its own. */
    private static Path keyStore(Path file, Key key, Certificate[] chain) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(SERVER, key, PASSWORD.toCharArray(), chain);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static String pem(Certificate... certificates) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** PostgreSQL does not start with a key that others can read. */
    private static Path secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    /** What encrypts the connections of a server in this process. */
    public SSLContext sslContext() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(keyStore), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
