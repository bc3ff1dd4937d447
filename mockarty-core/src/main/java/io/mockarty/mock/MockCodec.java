package io.mockarty.mock;

import io.mockarty.json.Json;
import io.mockarty.json.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes sets of mocks. A document holds one mock, an array of mocks, or an object with a field {@code mocks}
 * that is such an array. Reading reports every problem of every mock and returns nothing of a document with a bad one.
 * All methods may be called from any thread.
 */
public final class MockCodec {

    private MockCodec() {}

    /**
     * Reads mocks from JSON.
     *
     * @param text the document
     * @return the mocks, in document order
     * @throws io.mockarty.json.JsonSyntaxException with the position, when the text is not JSON
     * @throws InvalidMockException naming every problem, when a mock is bad or two mocks have one id
     */
    public static List<Mock> readJson(String text) {
        return read(Json.parse(text));
    }

    /**
     * Reads mocks from YAML 1.2.
     *
     * @param text the document
     * @return the mocks, in document order
     * @throws io.mockarty.json.JsonSyntaxException with the position, when the text is not YAML
     * @throws InvalidMockException naming every problem, when a mock is bad or two mocks have one id
     */
    public static List<Mock> readYaml(String text) {
        return read(Yaml.parse(text));
    }

    /**
     * Reads mocks from a file, as its name says: {@code .json}, {@code .yaml} or {@code .yml}.
     *
     * @param file the file, in UTF-8
     * @return the mocks, in document order
     * @throws IOException when the file cannot be read
     * @throws io.mockarty.json.JsonSyntaxException with the position, when the file is not JSON or YAML
     * @throws InvalidMockException naming every problem, when a mock is bad or two mocks have one id
     */
    public static List<Mock> readFile(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return isYaml(file) ? readYaml(new String(bytes, StandardCharsets.UTF_8)) : read(Json.parse(bytes));
    }

    /**
     * Tells by its name whether a file may hold mocks.
     *
     * @param file the file
     * @return true for {@code .json}, {@code .yaml} and {@code .yml}
     */
    public static boolean isMockFile(Path file) {
        return isYaml(file) || name(file).endsWith(".json");
    }

    /**
     * Writes mocks as a JSON array, unknown fields included.
     *
     * @param mocks the mocks
     * @return the document, indented
     */
    public static String writeJson(List<Mock> mocks) {
        return Json.writePretty(trees(mocks));
    }

    /**
     * Writes mocks as a YAML sequence, unknown fields included.
     *
     * @param mocks the mocks
     * @return the document
     */
    public static String writeYaml(List<Mock> mocks) {
        return Yaml.write(trees(mocks));
    }

    private static List<Map<String, @Nullable Object>> trees(List<Mock> mocks) {
        return mocks.stream().map(Mock::json).collect(Collectors.toList());
    }

    private static List<Mock> read(@Nullable Object document) {
        Object content =
                document instanceof Map<?, ?> object && object.containsKey("mocks") ? object.get("mocks") : document;
        Problems problems = new Problems();
        List<Mock> mocks = new ArrayList<>();
        if (content instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                readMock(list.get(i), "mocks[" + i + "]", problems, mocks);
            }
        } else {
            readMock(content, "", problems, mocks);
        }
        rejectDuplicates(mocks, problems);
        problems.throwIfAny();
        return List.copyOf(mocks);
    }

    private static void readMock(@Nullable Object tree, String path, Problems problems, List<Mock> mocks) {
        Problems own = new Problems();
        Object canonical = MockSchema.MOCK.read(tree, path, own);
        if (own.isEmpty()) {
            mocks.add(new Mock(MockSchema.requireObject(canonical)));
        }
        own.found().forEach(problems::add);
    }

    private static void rejectDuplicates(List<Mock> mocks, Problems problems) {
        Set<String> ids = new HashSet<>();
        for (Mock mock : mocks) {
            String id = mock.id();
            if (id != null && !ids.add(id)) {
                problems.add("id", id, "an id that no other mock of the document has");
            }
        }
    }

    private static boolean isYaml(Path file) {
        return name(file).endsWith(".yaml") || name(file).endsWith(".yml");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
