package io.mockarty.junit5.benchmark;

/** Test methods that do nothing; what they take is subtracted from the others. */
final class EmptyContender {

    private EmptyContender() {}

    static class Nothing {

        @Once
        void once() {}

        @Many
        void many() {}
    }

    static class OneRequest {

        @Once
        void once() {}

        @Many
        void many() {}
    }
}
