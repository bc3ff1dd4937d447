package io.mockarty.mock;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTest {

    @Test
    void a_mock_is_not_lenient_unless_it_says_so() {
        assertThat(get("/a").respond(ok()).build().lenient()).isFalse();
        assertThat(Mock.fromJson("{\"http\":{\"route\":\"/a\"},\"response\":{}}")
                        .lenient())
                .isFalse();
    }

    @Test
    void survives_the_way_through_json() {
        Mock mock = get("/a").lenient().respond(ok()).build();

        assertThat(mock.lenient()).isTrue();
        assertThat(mock.toJson()).contains("\"lenient\"");
        assertThat(Mock.fromJson(mock.toJson())).isEqualTo(mock);
        assertThat(Mock.fromJson(mock.toJson()).lenient()).isTrue();
    }

    @Test
    void may_be_taken_back() {
        Mock mock = get("/a").lenient().respond(ok()).build();

        assertThat(mock.toBuilder().lenient(false).build().lenient()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "{}", "[true]"})
    void anything_but_true_and_false_is_refused(String value) {
        assertThatThrownBy(
                        () -> Mock.fromJson("{\"http\":{\"route\":\"/a\"},\"response\":{},\"lenient\":" + value + "}"))
                .isInstanceOf(InvalidMockException.class)
                .hasMessage("1 problem\n  lenient: " + value + " (expected: true or false)");
    }
}
