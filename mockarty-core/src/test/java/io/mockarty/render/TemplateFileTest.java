package io.mockarty.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.expression.FixedScope;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.Response;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.request.MockReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFileTest {

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.json | {"n": "$.req.n"}  | application/json          | {"n":5}
            a.JSON | [1]               | application/json          | [1]
            a.html | <p>$.req.n</p>    | text/html; charset=utf-8  | <p>5</p>
            a.htm  | <p>$$.req.n</p>   | text/html; charset=utf-8  | <p>$.req.n</p>
            a.xml  | $.req.xml         | application/xml           | <a/>
            a.txt  | $.req.o           | text/plain; charset=utf-8 | {"a":1}
            a.csv  | a,$.req.n         | text/csv; charset=utf-8   | a,5
            a.css  | p{}               | text/css; charset=utf-8   | p{}
            a.js   | x=$.req.n         | text/javascript; charset=utf-8 | x=5
            a.svg  | <svg/>            | image/svg+xml             | <svg/>
            a.bin  | $.req.n           | application/octet-stream  | 5
            plain  | text              | application/octet-stream  | text
            """)
    void the_extension_decides_on_the_content_type(String name, String content, String contentType, String body)
            throws IOException {
        Files.writeString(directory.resolve(name), content);

        MockReply reply = render(name);

        assertThat(reply.headers().all("Content-Type")).containsExactly(contentType);
        assertThat(reply.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    @Test
    void a_binary_file_is_sent_as_it_is() throws IOException {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0};
        Files.write(directory.resolve("a.png"), bytes);

        MockReply reply = render("a.png");

        assertThat(reply.body()).isEqualTo(bytes);
        assertThat(reply.headers().first("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void a_json_file_may_start_with_a_byte_order_mark() throws IOException {
        Files.writeString(directory.resolve("a.json"), "\uFEFF{\"a\":1}");

        assertThat(render("a.json").body()).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\":1}");
    }

    @Test
    void what_is_wrong_with_a_file_is_found_when_the_mock_is_saved() throws IOException {
        Files.writeString(directory.resolve("broken.json"), "{\n\"a\": }");
        Files.writeString(directory.resolve("bad.json"), "{\"a\":\"$.nope\"}");
        Files.writeString(directory.resolve("bad.txt"), "$.sum(1");

        assertThat(problem("missing.json"))
                .startsWith(
                        "response.payloadTemplatePath: \"missing.json\" (expected: a file under the template root ");
        assertThat(problem("../secret"))
                .isEqualTo("response.payloadTemplatePath: \"../secret\" "
                        + "(expected: a path that stays inside the template root)");
        assertThat(problem("broken.json"))
                .startsWith("response.payloadTemplatePath: \"broken.json\" (expected: a JSON file; line 2, column ");
        assertThat(problem("bad.json"))
                .startsWith("response.payloadTemplatePath.a: \"$.nope\" (expected: at position 2 one of req, ");
        assertThat(problem("bad.txt"))
                .startsWith("response.payloadTemplatePath: \"$.sum(1\" (expected: at position 7 a comma or )");
    }

    private MockReply render(String file) {
        Problems problems = new Problems();
        ResponseTemplate template = compile(file, problems);
        assertThat(problems.found()).isEmpty();
        return template.render(FixedScope.json("{\"n\":5,\"o\":{\"a\":1},\"xml\":\"<a/>\"}"));
    }

    private String problem(String file) {
        Problems problems = new Problems();
        compile(file, problems);
        List<Problem> found = problems.found();
        assertThat(found).hasSize(1);
        return found.get(0).toString();
    }

    private ResponseTemplate compile(String file, Problems problems) {
        Response response = Response.builder().payloadTemplatePath(file).build();
        return ResponseTemplate.compile(response, TemplateRoot.of(directory), "response", problems);
    }
}
