package io.mockarty.blob.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mockarty.blob.Blob;
import io.mockarty.blob.BlobNotFoundException;
import io.mockarty.blob.BlobStore;
import io.mockarty.blob.BlobStoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlobStore} does. A store has a test that extends this class and opens it on an empty place. */
public abstract class BlobStoreContractKit {

    private static final long LARGE = 50L * 1024 * 1024;

    /** More than one request or buffer of any store takes, so that some of it is written before it ends. */
    private static final int SEVERAL_PARTS = 9 * 1024 * 1024;

    private BlobStore store;

    /**
     * Opens the store to test.
     *
     * @return a store that is open and empty, not used by another test; it is closed after the test
     */
    protected abstract BlobStore openEmpty();

    /** {@return the store of this test} */
    protected final BlobStore store() {
        return store;
    }

    @BeforeEach
    final void open_an_empty_store() {
        store = openEmpty();
    }

    @AfterEach
    final void close_the_store() {
        store.close();
    }

    @Test
    void reads_what_was_put() {
        store.put("templates/order.json", new byte[] {0, 1, -1, 13, 10});

        assertThat(store.read("templates/order.json")).containsExactly(0, 1, -1, 13, 10);
    }

    @Test
    void keeps_an_empty_blob() {
        store.put("empty", new byte[0]);

        assertThat(store.read("empty")).isEmpty();
        assertThat(store.find("empty")).map(Blob::size).contains(0L);
    }

    @Test
    void replaces_a_blob_by_a_shorter_one() {
        put("note", "the first and longer one");
        put("note", "second");

        assertThat(text("note")).isEqualTo("second");
        assertThat(keys("")).containsExactly("note");
    }

    @Test
    void tells_size_and_time_of_a_blob() {
        put("a/note", "12345");

        assertThat(store.find("a/note")).hasValueSatisfying(blob -> {
            assertThat(blob.key()).isEqualTo("a/note");
            assertThat(blob.size()).isEqualTo(5);
            assertThat(blob.lastModified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        });
    }

    @Test
    void finds_nothing_where_nothing_was_put() {
        put("a/note", "x");

        assertThat(store.find("b")).isEmpty();
        assertThat(store.find("a")).isEmpty();
        assertThat(store.find("a/not")).isEmpty();
        assertThat(store.find("a/note/x")).isEmpty();
    }

    @Test
    void names_store_and_key_when_there_is_no_such_blob() {
        put("a/note", "x");

        assertThatThrownBy(() -> store.open("a/other"))
                .isInstanceOf(BlobNotFoundException.class)
                .hasMessageStartingWith(store.name() + ": a/other: not found");
        assertThatThrownBy(() -> store.read("a")).isInstanceOf(BlobNotFoundException.class);
        assertThatThrownBy(() -> store.read("a/note/x")).isInstanceOf(BlobNotFoundException.class);
    }

    @Test
    void deletes_a_blob() {
        put("a/note", "x");
        put("a/other", "y");

        store.delete("a/note");

        assertThat(store.find("a/note")).isEmpty();
        assertThat(keys("")).containsExactly("a/other");
    }

    @Test
    void deletes_nothing_without_complaint() {
        put("a/note", "x");

        assertThatCode(() -> {
                    store.delete("b");
                    store.delete("a");
                    store.delete("a/note/x");
                })
                .doesNotThrowAnyException();
        assertThat(keys("")).containsExactly("a/note");
    }

    @Test
    void lists_in_the_order_of_the_bytes_of_keys() {
        List<String> sorted = List.of("B", "a!", "a-b/c", "a.txt", "a/b", "a/b.c/d", "a0", "b", "ä", "ж", "😀");
        List<String> mixed = new ArrayList<>(sorted);
        Collections.rotate(mixed, 4);

        mixed.forEach(key -> put(key, key));

        assertThat(keys("")).containsExactlyElementsOf(sorted);
    }

    @Test
    void lists_by_what_keys_begin_with() {
        List.of("a", "ab/c", "ab/d/e", "ab.json", "b/ab").forEach(key -> put(key, key));

        assertThat(keys("a")).containsExactly("a", "ab.json", "ab/c", "ab/d/e");
        assertThat(keys("ab/")).containsExactly("ab/c", "ab/d/e");
        assertThat(keys("ab/d")).containsExactly("ab/d/e");
        assertThat(keys("ab.")).containsExactly("ab.json");
        assertThat(keys("c/")).isEmpty();
        assertThat(keys("a/b")).isEmpty();
    }

    @Test
    void lists_what_find_tells() {
        put("a/b", "12");
        put("c", "123");

        assertThat(store.list(""))
                .containsExactly(
                        store.find("a/b").orElseThrow(), store.find("c").orElseThrow());
    }

    @Test
    void lists_more_than_a_thousand_blobs() throws Exception {
        List<String> keys =
                IntStream.range(0, 1_050).mapToObj("many%04d"::formatted).toList();
        inParallel(keys.stream()
                .<Callable<Boolean>>map(key -> () -> {
                    put(key, key);
                    return true;
                })
                .toList());

        assertThat(keys("many")).containsExactlyElementsOf(keys);
        assertThat(store.list("many").skip(1_002).findFirst().map(Blob::key)).contains("many1002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "шаблоны/größe-名前-😀.json",
                "e\u0301 and \u00e9",
                "a b+c%20&=#~!@$'(),;[]{}.txt",
                "%2e%2e/%2f",
                ".hidden/..x/...y",
                "plus+ and space/=",
                " leading"
            })
    void takes_keys_as_they_are(String key) {
        put(key, "content of " + key);

        assertThat(text(key)).isEqualTo("content of " + key);
        assertThat(store.find(key)).map(Blob::key).contains(key);
        assertThat(keys("")).containsExactly(key);
        assertThat(keys(key.substring(0, key.length() - 1))).containsExactly(key);
        store.delete(key);
        assertThat(keys("")).isEmpty();
    }

    static Stream<String> long_keys() {
        return Stream.of("n".repeat(255), "ж".repeat(127), ("d".repeat(101) + "/").repeat(10) + "e".repeat(4));
    }

    @ParameterizedTest
    @MethodSource("long_keys")
    void takes_keys_as_long_as_allowed(String key) {
        put(key, "x");

        assertThat(keys("")).containsExactly(key);
    }

    static Stream<String> bad_keys() {
        return Stream.of(
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/./b",
                "a/..",
                "a.",
                "a /b",
                "a\\b",
                "..\\a",
                "a\0b",
                "a\nb",
                "\u007F",
                "a\u0085",
                "\uD83D",
                "\uFFFF",
                ".mockarty-x",
                "a/.mockarty-",
                "n".repeat(256),
                "ж".repeat(128),
                ("d".repeat(101) + "/").repeat(10) + "e".repeat(5));
    }

    @ParameterizedTest
    @MethodSource("bad_keys")
    void refuses_keys_that_not_all_stores_can_hold(String key) {
        Stream.<Runnable>of(
                        () -> put(key, "x"),
                        () -> store.open(key),
                        () -> store.read(key),
                        () -> store.find(key),
                        () -> store.delete(key))
                .forEach(call -> assertThatIllegalArgumentException()
                        .isThrownBy(call::run)
                        .withMessageStartingWith("key: ")
                        .withMessageContaining("(expected: "));
        assertThat(keys("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a//", "../", "a/../", "\\", "\n"})
    void refuses_prefixes_that_no_key_has(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.list(prefix))
                .withMessageStartingWith("prefix: ");
    }

    @Test
    void refuses_a_blob_where_others_have_their_folder() {
        put("a/b/c", "x");

        assertThatThrownBy(() -> put("a/b", "y"))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith(store.name() + ": a/b: is a folder of other blobs (expected: ");
        assertThat(keys("")).containsExactly("a/b/c");
    }

    @Test
    void refuses_a_folder_where_there_is_a_blob() {
        put("a", "x");

        assertThatThrownBy(() -> put("a/b/c", "y"))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith(store.name() + ": a/b/c: a is a blob (expected: ");
        assertThat(keys("")).containsExactly("a");
    }

    @Test
    void forgets_folders_that_become_empty() {
        put("a/b/c", "x");
        store.delete("a/b/c");

        put("a", "y");

        assertThat(keys("")).containsExactly("a");
    }

    @Test
    void goes_on_reading_the_content_that_was_opened() throws IOException {
        store.put("large", new GeneratedStream(SEVERAL_PARTS, 1));

        try (InputStream open = store.open("large")) {
            InputStream begun = new SequenceInputStream(new ByteArrayInputStream(open.readNBytes(10)), open);
            put("large", "replaced");
            store.delete("large");

            assertThat(new GeneratedStream(SEVERAL_PARTS, 1).matches(begun)).isTrue();
        }
    }

    @Test
    void stores_and_reads_large_content_as_a_stream() throws IOException {
        store.put("large", new GeneratedStream(LARGE, 7));

        assertThat(store.find("large")).map(Blob::size).contains(LARGE);
        try (InputStream read = store.open("large")) {
            assertThat(new GeneratedStream(LARGE, 7).matches(read)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8 * 1024 * 1024 - 1, 8 * 1024 * 1024, 8 * 1024 * 1024 + 1, 16 * 1024 * 1024})
    void stores_content_around_the_size_of_a_part(int size) throws IOException {
        store.put("parts", new GeneratedStream(size, 3));

        try (InputStream read = store.open("parts")) {
            assertThat(new GeneratedStream(size, 3).matches(read)).isTrue();
        }
    }

    @Test
    void goes_on_after_a_large_blob_was_read_in_part() throws IOException {
        store.put("large", new GeneratedStream(SEVERAL_PARTS, 1));

        try (InputStream read = store.open("large")) {
            assertThat(read.read()).isEqualTo(new GeneratedStream(1, 1).read());
        }

        assertThat(keys("")).containsExactly("large");
    }

    @Test
    void shows_nothing_of_a_blob_before_it_is_whole() {
        List<String> seen = new ArrayList<>();
        InputStream watched = new WatchedStream(SEVERAL_PARTS, () -> seen.addAll(keys("")));

        store.put("a/large", watched);

        assertThat(seen).isEmpty();
        assertThat(keys("")).containsExactly("a/large");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, SEVERAL_PARTS})
    void keeps_what_was_there_when_new_content_fails(int size) {
        put("a/note", "old");
        InputStream failing = GeneratedStream.cutOffAfter(size);

        assertThatThrownBy(() -> store.put("a/note", failing))
                .isInstanceOf(BlobStoreException.class)
                .hasMessageStartingWith(store.name() + ": a/note: its new content could not be read: cable cut");
        assertThat(text("a/note")).isEqualTo("old");
        assertThat(keys("")).containsExactly("a/note");
    }

    @Test
    void leaves_it_to_the_caller_to_close_the_content() {
        AtomicBoolean closed = new AtomicBoolean();

        store.put("note", new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });

        assertThat(closed).isFalse();
    }

    @Test
    void shows_whole_blobs_while_many_write_the_same_one() throws Exception {
        store.put("shared", uniform(0));
        AtomicBoolean writing = new AtomicBoolean(true);
        Callable<Boolean> reader = () -> {
            boolean whole = true;
            while (writing.get()) {
                whole &= isUniform(store.read("shared"));
            }
            return whole;
        };
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> reads = List.of(readers.submit(reader), readers.submit(reader));
            inParallel(IntStream.range(1, 80)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        store.put("shared", uniform(number));
                        return true;
                    })
                    .toList());
            writing.set(false);

            for (Future<Boolean> read : reads) {
                assertThat(read.get(1, TimeUnit.MINUTES)).isTrue();
            }
            assertThat(isUniform(store.read("shared"))).isTrue();
            assertThat(keys("")).containsExactly("shared");
        } finally {
            writing.set(false);
            readers.shutdownNow();
        }
    }

    @Test
    void puts_into_a_folder_that_others_empty() throws Exception {
        inParallel(IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    String key = "a/b/" + number % 4;
                    put(key, "x");
                    store.delete(key);
                    return true;
                })
                .toList());

        assertThat(keys("")).isEmpty();
    }

    @Test
    void refuses_to_work_when_closed() {
        put("note", "x");
        store.close();
        store.close();

        Stream.<Runnable>of(
                        () -> put("note", "y"),
                        () -> store.open("note"),
                        () -> store.find("note"),
                        () -> store.list(""),
                        () -> store.delete("note"))
                .forEach(call -> assertThatThrownBy(call::run)
                        .isInstanceOf(BlobStoreException.class)
                        .hasMessageStartingWith(store.name())
                        .hasMessageContaining("closed"));
    }

    /** Content whose bytes and size follow from its number, to tell a mixture from a whole. */
    private static byte[] uniform(int number) {
        byte[] content = new byte[1_000 + number * 1_013];
        Arrays.fill(content, (byte) number);
        return content;
    }

    private static boolean isUniform(byte[] content) {
        return Arrays.equals(content, uniform(content[0]));
    }

    private void put(String key, String content) {
        store.put(key, content.getBytes(UTF_8));
    }

    private String text(String key) {
        return new String(store.read(key), UTF_8);
    }

    private List<String> keys(String prefix) {
        return store.list(prefix).map(Blob::key).toList();
    }

    private static void inParallel(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> done : threads.invokeAll(work, 2, TimeUnit.MINUTES)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Content that calls back each time that a mebibyte of it was read. */
    private static final class WatchedStream extends InputStream {

        private final InputStream content;
        private final Runnable watcher;
        private long read;
        private long watched;

        WatchedStream(long size, Runnable watcher) {
            this.content = new GeneratedStream(size, 1);
            this.watcher = watcher;
        }

        @Override
        public int read() throws IOException {
            return content.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = content.read(bytes, offset, length);
            read += Math.max(0, count);
            if (read - watched >= 1024 * 1024) {
                watched = read;
                watcher.run();
            }
            return count;
        }
    }
}
