package io.mockarty.junit5.benchmark;

/**
 * What is compared. A new one needs a line here and a class with a nested class for each {@link Workload}, in which a
 * method is annotated {@link Once} and another {@link Many}.
 */
enum Contender {
    /** A test class without any mock server: what JUnit itself takes. */
    EMPTY("no mock server", "EmptyContender"),
    MOCKARTY("Mockarty", "MockartyContender"),
    WIREMOCK("WireMock", "WireMockContender"),
    MOCK_WEB_SERVER("MockWebServer", "MockWebServerContender");

    private final String label;
    private final String holder;

    Contender(String label, String holder) {
        this.label = label;
        this.holder = holder;
    }

    String label() {
        return label;
    }

    /** Names the class, so that nothing is loaded before the clock runs. */
    String testClass(Workload workload) {
        return Contender.class.getPackageName() + "." + holder + "$" + workload.nestedClass();
    }
}
