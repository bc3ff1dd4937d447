package io.mockarty.mock;

import io.mockarty.json.Json;
import io.mockarty.json.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
     * @throws io.mockarty.json.JsonSyntaxException with the position, when the text is not JSON or an object has two
     *     fields of one name
     * @throws InvalidMockException naming every problem, when a mock is bad or two mocks have one id
     */
    public static List<Mock> readJson(String text) {
        return read(Json.parseStrict(text));
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
        return isYaml(file) ? readYaml(new String(bytes, StandardCharsets.UTF_8)) : read(Json.parseStrict(bytes));
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
        if (document instanceof Map<?, ?> object && object.containsKey("mocks")) {
            return readAll(object.get("mocks"));
        }
        return document instanceof List ? readAll(document) : List.of(new Mock(MockSchema.requireObject(document)));
    }

    private static List<Mock> readAll(@Nullable Object content) {
        Problems problems = new Problems();
        List<Mock> mocks = new ArrayList<>();
        if (content instanceof List<?> list) {
            rejectDuplicates(list, problems);
            for (int i = 0; i < list.size(); i++) {
                readMock(list.get(i), path(i), problems, mocks);
            }
        } else {
            problems.add("mocks", content, "an array of mocks");
        }
        problems.throwIfAny();
        return List.copyOf(mocks);
    }

    private static String path(int index) {
        return "mocks[" + index + "]";
    }

    private static void readMock(@Nullable Object tree, String path, Problems problems, List<Mock> mocks) {
        Problems own = new Problems();
        Object canonical = MockSchema.MOCK.read(tree, path, own);
        if (own.isEmpty()) {
            mocks.add(new Mock(MockSchema.requireObject(canonical)));
        }
        own.found().forEach(problems::add);
    }

    private static void rejectDuplicates(List<?> mocks, Problems problems) {
        Map<Object, Integer> ids = new HashMap<>();
        for (int i = 0; i < mocks.size(); i++) {
            Object id = mocks.get(i) instanceof Map<?, ?> mock ? mock.get("id") : null;
            Integer earlier = id == null ? null : ids.putIfAbsent(id, i);
            if (earlier != null) {
                problems.add(path(i) + ".id", id, "an id that " + path(earlier) + " does not have");
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
