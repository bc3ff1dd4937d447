package io.mockarty.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mockarty.json.Json;
import io.mockarty.request.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPathTest {

    private static final String SOAP = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
              <soap:Body><m:Get xmlns:m="urn:bank" kind="full"><m:AccountNumber>42</m:AccountNumber>
              <m:tag>a</m:tag><m:tag>b</m:tag><m:amount>1.50</m:amount></m:Get></soap:Body>
            </soap:Envelope>""";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AccountNumber                          | "42"
            $.AccountNumber                        | "42"
            Get.AccountNumber                      | "42"
            Body.AccountNumber                     | null
            tag                                    | ["a","b"]
            missing                                | null
            //m:AccountNumber                      | "42"
            //m:AccountNumber/text()               | "42"
            /soap:Envelope/soap:Body/m:Get/@kind   | "full"
            //*[local-name()='tag'][2]             | "b"
            count(//m:tag)                         | 2
            sum(//m:amount) * 2                    | 3
            number(//m:tag)                        | null
            string(//m:amount)                     | "1.50"
            boolean(//m:tag)                       | true
            //other:tag                            | null
            """)
    void reads(String path, String json) {
        assertThat(read(path)).isEqualTo(Json.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//[", "/a[", "count(", "/a/@", "f('x)", "count()", "/a[nope(1)]"})
    void refuses_what_is_not_xpath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XmlPath.compile(path))
                .withMessageStartingWith(path + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "/a,true",
        "//a,true",
        "count(//a),true",
        "a.b,false",
        "$.a,false",
        "$,false",
        "$.a[?length(@) > 1],false"
    })
    void tells_xpath_from_json_path(String path, boolean xpath) {
        assertThat(XmlPath.isXPath(path)).isEqualTo(xpath);
    }

    @Test
    void the_whole_document_is_its_text() {
        assertThat((String) read("$")).contains("42").contains("1.50");
    }

    private static Object read(String path) {
        return XmlPath.compile(path)
                .read(FixedScope.request("/", Headers.of("Content-Type", "text/xml"), SOAP)
                        .request()
                        .body()
                        .xml());
    }
}
