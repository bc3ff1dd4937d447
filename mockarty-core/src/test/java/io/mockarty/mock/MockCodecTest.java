package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockCodecTest {

    private static final String A = "{\"id\":\"a\",\"http\":{\"route\":\"/a\"},\"response\":{}}";
    private static final String B = "{\"id\":\"b\",\"http\":{\"route\":\"/b\"},\"response\":{}}";
    private static final String BAD = "{\"id\":\"c\",\"http\":{\"route\":\"/c\"}}";

    @Test
    void reads_one_mock() {
        assertThat(MockCodec.readJson(A)).extracting(Mock::id).containsExactly("a");
    }

    @Test
    void reads_an_array_of_mocks() {
        assertThat(MockCodec.readJson("[" + A + "," + B + "]"))
                .extracting(Mock::id)
                .containsExactly("a", "b");
        assertThat(MockCodec.readJson("[]")).isEmpty();
    }

    @Test
    void reads_an_object_with_mocks() {
        assertThat(MockCodec.readJson("{\"mocks\":[" + A + "," + B + "]}")).hasSize(2);
    }

    @Test
    void reads_yaml() {
        assertThat(MockCodec.readYaml("mocks:\n- id: a\n  http: {route: /a}\n  response: {}\n"))
                .isEqualTo(MockCodec.readJson(A));
    }

    @Test
    void one_bad_mock_spoils_the_document() {
        assertThatThrownBy(() -> MockCodec.readJson("[" + A + "," + BAD + "," + "7" + "]"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessage("""
                        2 problems
                          mocks[1]: ["id","http"] (expected: exactly one of the fields response, oneOf, proxy)
                          mocks[2]: 7 (expected: an object)""");
    }

    @Test
    void two_mocks_may_not_have_one_id() {
        assertThatThrownBy(() -> MockCodec.readJson("[" + A + "," + B + "," + A + "]"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessage("1 problem\n  mocks[2].id: \"a\" (expected: an id that mocks[0] does not have)");
    }

    @Test
    void mocks_without_id_are_all_different() {
        String nameless = "{\"http\":{\"route\":\"/a\"},\"response\":{}}";

        assertThat(MockCodec.readJson("[" + nameless + "," + nameless + "]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            5                | mock: 5 (expected: an object)
            null             | mock: null (expected: an object)
            {"mocks":5}      | mocks: 5 (expected: an array of mocks)
            {"mocks":null}   | mocks: null (expected: an array of mocks)
            {}               | mock: [] (expected: exactly one of the fields http,
            """)
    void says_what_a_document_lacks(String text, String problem) {
        assertThatThrownBy(() -> MockCodec.readJson(text))
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContaining("\n  " + problem);
    }

    @Test
    void broken_text_is_reported_with_its_position() {
        assertThatThrownBy(() -> MockCodec.readJson("{\n\"http\": }"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageStartingWith("line 2, column 9: ");
        assertThatThrownBy(() -> MockCodec.readYaml("http:\n  a: b: c\n"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageStartingWith("line 2, column 7: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.json", "m.JSON"})
    void reads_a_json_file(String name, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(name), A);

        assertThat(MockCodec.isMockFile(file)).isTrue();
        assertThat(MockCodec.readFile(file)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.yaml", "m.yml", "m.YML"})
    void reads_a_yaml_file(String name, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "http: {route: /é}\nresponse: {}\n");

        assertThat(MockCodec.isMockFile(file)).isTrue();
        assertThat(MockCodec.readFile(file).get(0).http().route()).isEqualTo("/é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme.md", "json", "m.json.bak", "m.jsonl"})
    void other_files_hold_no_mocks(String name) {
        assertThat(MockCodec.isMockFile(Path.of(name))).isFalse();
    }

    @Test
    void two_fields_of_one_name_are_refused_with_their_place() {
        String text = "[" + A + ",\n{\"id\":\"b\",\"id\":\"c\"}]";

        assertThatThrownBy(() -> MockCodec.readJson(text))
                .isInstanceOfSatisfying(JsonSyntaxException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isBetween(10, 18);
                })
                .hasMessageContaining("id");
        assertThatThrownBy(() -> Mock.fromJson("{\"id\":\"b\",\"id\":\"c\"}")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void two_spellings_of_one_field_are_accepted() {
        String text = A.replace("\"response\"", "\"mStore\":{\"a\":1},\"mstore\":{\"a\":1},\"response\"");

        assertThat(MockCodec.readJson(text)).hasSize(1);
        assertThat(Mock.fromJson(text).id()).isEqualTo("a");
    }
}
