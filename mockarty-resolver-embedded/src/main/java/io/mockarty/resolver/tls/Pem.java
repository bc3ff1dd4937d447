package io.mockarty.resolver.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Certificates and other blocks in PEM text (RFC 7468); text around the blocks is ignored. */
final class Pem {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String EXPECTED_CERTIFICATE = "PEM \"BEGIN CERTIFICATE\"";
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*$");

    private Pem() {}

    /** A block as it stands in the file: the lines between BEGIN and END, not decoded yet. */
    record Block(String label, String body) {

        byte[] decode(NamedFile file) {
            try {
                return Base64.getDecoder().decode(body);
            } catch (IllegalArgumentException e) {
                throw file.problem("has a broken \"BEGIN " + label + "\" block", "Base64", e);
            }
        }

        /** Leaves out the content, which may be a private key. */
        @Override
        public String toString() {
            return "Block[" + label + "]";
        }
    }

    static List<X509Certificate> certificates(NamedFile file) {
        List<Block> blocks = blocks(file, EXPECTED_CERTIFICATE);
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().equals(CERTIFICATE)) {
                certificates.add(certificate(file, block, certificates.size() + 1));
            }
        }
        if (certificates.isEmpty()) {
            throw file.problem("has only " + labels(blocks), EXPECTED_CERTIFICATE);
        }
        return certificates;
    }

    private static X509Certificate certificate(NamedFile file, Block block, int number) {
        try {
            return certificate(block.decode(file));
        } catch (CertificateException e) {
            throw file.problem("has a certificate that this JDK cannot read, number " + number, "X.509 in DER", e);
        }
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    static String write(List<X509Certificate> certificates) {
        StringBuilder out = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                out.append(write(CERTIFICATE, certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read or made cannot be written", e);
            }
        }
        return out.toString();
    }

    static String write(String label, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** All blocks of the file in order, at least one. */
    static List<Block> blocks(NamedFile file, String expected) {
        byte[] bytes = file.bytes();
        List<Block> blocks = new ArrayList<>();
        @Nullable String label = null;
        StringBuilder body = new StringBuilder();
        for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            Matcher begin = BEGIN.matcher(line);
            if (label == null && begin.find()) {
                label = begin.group(1);
                body.setLength(0);
            } else if (label != null && line.strip().equals("-----END " + label + "-----")) {
                blocks.add(new Block(label, body.toString()));
                label = null;
            } else {
                body.append(line.strip());
            }
        }
        if (label != null) {
            throw file.problem("has \"BEGIN " + label + "\" without its end", "\"END " + label + "\"");
        }
        if (blocks.isEmpty()) {
            throw file.problem(isDer(bytes) ? "is binary (DER)" : "has no PEM block", expected);
        }
        return blocks;
    }

    static String labels(List<Block> blocks) {
        return blocks.stream()
                .map(block -> "\"BEGIN " + block.label() + "\"")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** A SEQUENCE with a length in the long form, which no text begins with. */
    private static boolean isDer(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x30 && bytes[1] < 0;
    }
}
