package io.mockarty.perf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextScannerTest {

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    @Test
    void a_text_is_read_piece_by_piece() {
        TextScanner scanner = new TextScanner(" max\t<");
        assertThat(scanner.next(WORD)).isNull();
        assertThat(scanner.position()).isZero();
        scanner.skipSpace();
        assertThat(scanner.next(WORD)).isEqualTo("max");
        scanner.skipSpace();
        assertThat(scanner.takes('>')).isFalse();
        assertThat(scanner.position()).isEqualTo(5);
        assertThat(scanner.takes('<')).isTrue();
        assertThat(scanner.isAtEnd()).isTrue();
    }

    @Test
    void at_the_end_there_is_nothing_to_read() {
        TextScanner scanner = new TextScanner("");
        scanner.skipSpace();
        assertThat(scanner.isAtEnd()).isTrue();
        assertThat(scanner.next(WORD)).isNull();
        assertThat(scanner.takes('a')).isFalse();
        assertThat(scanner.position()).isZero();
    }

    @Test
    void it_goes_back_but_not_out_of_the_text() {
        TextScanner scanner = new TextScanner("ab");
        scanner.next(WORD);
        scanner.moveTo(1);
        assertThat(scanner.next(WORD)).isEqualTo("b");
        assertThatThrownBy(() -> scanner.moveTo(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("index: 3 (expected: 0..2)");
    }
}
