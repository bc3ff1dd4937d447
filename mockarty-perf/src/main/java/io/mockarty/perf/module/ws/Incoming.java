package io.mockarty.perf.module.ws;

/** What a server sent, and when it arrived, as {@link System#nanoTime}. */
sealed interface Incoming {

    long at();

    /** Whether nothing follows. */
    default boolean last() {
        return false;
    }

    record Text(long at, String text, int size) implements Incoming {}

    record Binary(long at, byte[] data) implements Incoming {}

    record Ping(long at, byte[] data) implements Incoming {}

    record Pong(long at, byte[] data) implements Incoming {}

    /** The end. Its code is 1005 when the server gave none, and 1006 when it just hung up after we had closed. */
    record Closing(long at, int code, String reason) implements Incoming {

        static final int NORMAL = 1000;
        static final int GOING_AWAY = 1001;
        static final int NO_CODE = 1005;
        static final int HUNG_UP = 1006;

        @Override
        public boolean last() {
            return true;
        }

        boolean expected() {
            return code == NORMAL || code == GOING_AWAY;
        }
    }

    /** The end that nobody asked for. */
    record Failed(long at, int code, String message) implements Incoming {

        @Override
        public boolean last() {
            return true;
        }
    }
}
