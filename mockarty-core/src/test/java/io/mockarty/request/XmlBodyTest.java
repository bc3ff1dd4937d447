package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.request.RequestBody.Kind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlBodyTest {

    @Test
    void keeps_document_and_text() {
        RequestBody body = xml("<order id='7'><item>pen</item></order>");

        assertThat(body.kind()).isEqualTo(Kind.XML);
        assertThat(body.value()).isEqualTo("<order id='7'><item>pen</item></order>");
        assertThat(body.xml().getDocumentElement().getAttribute("id")).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:1/p'> %p;]><a/>",
                "<!DOCTYPE a SYSTEM 'http://localhost:1/a.dtd'><a/>"
            })
    void refuses_a_document_type_declaration(String text) {
        assertRefused(text);
    }

    @Test
    void does_not_read_files_through_entities(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");

        RequestBody body = assertRefused("<!DOCTYPE a [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><a>&e;</a>");

        assertThat(body.text()).doesNotContain(">secret<");
    }

    @Test
    void does_not_expand_a_billion_laughs() {
        String entities = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                .collect(Collectors.joining());

        assertRefused("<!DOCTYPE a [<!ENTITY l0 'lol'>" + entities + "]><a>&l9;</a>");
    }

    @Test
    void does_not_include_other_documents() {
        RequestBody body =
                xml("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/hosts'/></a>");

        assertThat(body.kind()).isEqualTo(Kind.XML);
        assertThat(body.xml().getDocumentElement().getTextContent()).isEmpty();
    }

    @Test
    void refuses_deep_nesting_and_does_not_crash() {
        assertRefused("<a>".repeat(100_000) + "</a>".repeat(100_000));
    }

    @Test
    void reads_the_charset_the_document_declares() {
        assertThat(firstText(
                        "application/xml",
                        "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>",
                        StandardCharsets.ISO_8859_1))
                .isEqualTo("é");
    }

    @Test
    void the_charset_of_the_content_type_wins() {
        assertThat(firstText("application/xml; charset=iso-8859-1", "<a>é</a>", StandardCharsets.ISO_8859_1))
                .isEqualTo("é");
        assertThat(firstText(
                        "application/xml; charset=utf-8",
                        "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>",
                        StandardCharsets.UTF_8))
                .isEqualTo("é");
    }

    private static String firstText(String contentType, String text, Charset charset) {
        return body(contentType, text.getBytes(charset))
                .xml()
                .getDocumentElement()
                .getTextContent();
    }

    private static RequestBody assertRefused(String text) {
        RequestBody body = xml(text);
        assertThat(body.kind()).isEqualTo(Kind.TEXT);
        assertThat(body.xml()).isNull();
        assertThat(body.value()).isEqualTo(text);
        assertThat(body.problem()).startsWith("the body is not well-formed XML without document type declaration");
        return body;
    }

    private static RequestBody xml(String text) {
        return body("application/xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestBody body(String contentType, byte[] bytes) {
        return MockRequest.of("POST", "/", Headers.of("Content-Type", contentType), bytes)
                .body();
    }
}
