package io.mockarty.resolver;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a namespace and a port of its own cost on a server that runs, as a test suite opens and closes them. Not a JMH
 * benchmark, because the first time counts as well.
 */
public final class NamespaceCost {

    private static final int TIMES = 1_000;

    private final List<Long> nanos = new ArrayList<>();

    private NamespaceCost() {}

    /**
     * Opens and closes namespaces and ports.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        NamespaceCost namespaceOpened = new NamespaceCost();
        NamespaceCost portOpened = new NamespaceCost();
        NamespaceCost polled = new NamespaceCost();
        NamespaceCost portClosed = new NamespaceCost();
        NamespaceCost namespaceClosed = new NamespaceCost();
        try (MockartyServer server = MockartyServer.start()) {
            for (int i = 0; i < TIMES; i++) {
                long begin = System.nanoTime();
                MockartyServer mocks = server.newNamespace("test-" + i).open();
                begin = namespaceOpened.addSince(begin);
                NamespacePort port = mocks.openPort();
                begin = portOpened.addSince(begin);
                mocks.pollRequests();
                begin = polled.addSince(begin);
                port.close();
                begin = portClosed.addSince(begin);
                mocks.close();
                namespaceClosed.addSince(begin);
            }
        }
        PrintStream out = System.out;
        out.print(namespaceOpened.line("open a namespace") + portOpened.line("open a port"));
        out.print(polled.line("poll requests"));
        out.print(portClosed.line("close the port") + namespaceClosed.line("close the namespace"));
    }

    private long addSince(long begin) {
        long now = System.nanoTime();
        nanos.add(now - begin);
        return now;
    }

    private String line(String what) {
        long first = nanos.get(0);
        Collections.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%-20s first %7.3f ms, median %7.3f ms, p99 %7.3f ms%n",
                what,
                first / 1e6,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6);
    }
}
