package io.mockarty.junit5.benchmark;

/** What a test method does. */
enum Workload {
    EXTENSION_ONLY("Extension only: the test is handed a running server and does nothing with it", "Nothing"),
    ONE_REQUEST("A real test: one stub, one request, one check", "OneRequest");

    private final String label;
    private final String nestedClass;

    Workload(String label, String nestedClass) {
        this.label = label;
        this.nestedClass = nestedClass;
    }

    String label() {
        return label;
    }

    String nestedClass() {
        return nestedClass;
    }
}
