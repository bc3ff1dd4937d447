package io.mockarty.repository.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "it's \"quoted\"", "100% _", "東京 😀", "line\nbreak"})
    void keeps_ordinary_text_as_it_is(String text) {
        assertThat(StoredText.encode(text)).isEqualTo(text);
        assertThat(StoredText.decode(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\\", "\\u0000", "a\\\"\0", "\ud800", "x\udc00", "\udc00\ud800", "\\\n\t"})
    void spells_what_databases_refuse_and_reads_it_back(String text) {
        String stored = StoredText.encode(text);

        assertThat(stored).contains("\\").doesNotContain("\0", "\ud800", "\udc00");
        assertThat(StoredText.decode(stored)).isEqualTo(text);
    }

    @Test
    void keeps_different_texts_different() {
        assertThat(StoredText.encode("\0")).isNotEqualTo(StoredText.encode("\\u0000"));
    }

    @Test
    void makes_text_searchable() {
        assertThat(StoredText.searchable("a\0b \\ \ud800 😀")).isEqualTo("a\ufffdb \\ \ufffd 😀");
    }
}
