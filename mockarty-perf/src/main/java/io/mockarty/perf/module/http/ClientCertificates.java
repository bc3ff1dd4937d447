package io.mockarty.perf.module.http;

import io.mockarty.perf.module.KeyStores;
import io.mockarty.perf.module.Pem;
import io.mockarty.perf.module.ScriptException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code tlsAuth}: certificates of the client, each for the hosts in its {@code domains}, or for all when it
 * names none. The first that fits a server is shown to it. Immutable.
 */
final class ClientCertificates extends X509ExtendedKeyManager {

    private final List<Entry> entries;

    private ClientCertificates(List<Entry> entries) {
        this.entries = entries;
    }

    /** One certificate, and where it may be shown; the alias is the number of the entry. */
    private record Entry(List<String> domains, X509ExtendedKeyManager manager) {

        boolean isFor(@Nullable String host) {
            return domains.isEmpty() || host != null && domains.stream().anyMatch(domain -> covers(domain, host));
        }

        private static boolean covers(String domain, String host) {
            return domain.startsWith("*.") ? host.endsWith(domain.substring(1)) : host.equals(domain);
        }
    }

    /** The certificates of the option, or null when there are none. */
    static KeyManager @Nullable [] of(@Nullable Object option) {
        if (!(option instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map<?, ?> map) {
                entries.add(entry("tlsAuth[" + i + "]", map));
            }
        }
        return new KeyManager[] {new ClientCertificates(List.copyOf(entries))};
    }

    private static Entry entry(String field, Map<?, ?> map) {
        List<X509Certificate> chain = Pem.certificates(field + ".cert", String.valueOf(map.get("cert")));
        String password = map.get("password") instanceof String text ? text : null;
        PrivateKey key = Pem.privateKey(field + ".key", String.valueOf(map.get("key")), password);
        List<String> domains = SettingsReader.strings(map.get("domains")).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .toList();
        try {
            return new Entry(domains, (X509ExtendedKeyManager) KeyStores.identity(chain, key)[0]);
        } catch (GeneralSecurityException e) {
            throw new ScriptException(
                    field + ": " + e.getMessage() + " (expected: a certificate and the key that belongs to it)", e);
        }
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        String host = socket instanceof SSLSocket encrypted
                ? encrypted.getHandshakeSession().getPeerHost()
                : null;
        return choose(types, issuers, host);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return choose(types, issuers, engine == null ? null : engine.getPeerHost());
    }

    private @Nullable String choose(String[] types, Principal @Nullable [] issuers, @Nullable String host) {
        String lower = host == null ? null : host.toLowerCase(Locale.ROOT);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.isFor(lower) && entry.manager().chooseClientAlias(types, issuers, null) != null) {
                return String.valueOf(i);
            }
        }
        return null;
    }

    private Entry of(String alias) {
        return entries.get(Integer.parseInt(alias));
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return of(alias).manager().getCertificateChain(KeyStores.ALIAS);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return of(alias).manager().getPrivateKey(KeyStores.ALIAS);
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        String alias = choose(new String[] {type}, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }
}
