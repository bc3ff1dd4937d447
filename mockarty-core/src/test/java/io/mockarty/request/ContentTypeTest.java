package io.mockarty.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text/html                            | text/html   | {}
            Text/HTML ; Charset=UTF-8            | text/html   | {charset=UTF-8}
            a/b;x="1;2\\"3";y=4                  | a/b         | {x=1;2"3, y=4}
            a/b; x = 1                           | a/b         | {x=1}
            a/b; x= "q"                          | a/b         | {x=q}
            a/b; x=1; X=2                        | a/b         | {x=1}
            a/b; odd; x=1; odd                   | a/b         | {x=1}
            a/b; x="open                         | a/b         | {x=open}
            a/b; x="q"junk; y=1                  | a/b         | {x=q, y=1}
            a/b; x=                              | a/b         | {x=}
            a/b;                                 | a/b         | {}
            ~~                                   | ~~          | {}
            """)
    void reads_type_and_parameters(String header, String mediaType, String parameters) {
        ContentType type = ContentType.parse(header);

        assertThat(type.mediaType()).isEqualTo(mediaType);
        assertThat(type.parameters()).hasToString(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,json",
        "application/vnd.api+json,json",
        "text/xml,xml",
        "image/svg+xml,xml",
        "text/csv,text",
        "image/png,binary",
        "application/octet-stream,binary"
    })
    void knows_the_families_of_types(String header, String family) {
        ContentType type = ContentType.parse(header);

        assertThat(type.isJson()).isEqualTo(family.equals("json"));
        assertThat(type.isXml()).isEqualTo(family.equals("xml"));
        assertThat(type.isText()).isEqualTo(!family.equals("binary"));
    }
}
