package io.mockarty.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3OptionsTest {

    private static final URI ENDPOINT = URI.create("https://s3.example.com");

    @Test
    void are_shown_without_credentials() {
        S3Options options = S3Options.of(ENDPOINT, "backups").credentials("public-half", "secret-half");

        assertThat(options).hasToString("S3 bucket backups at https://s3.example.com");
    }

    @Test
    void are_refined_step_by_step() {
        assertThat(S3Options.of(ENDPOINT, "backups")
                        .region("eu-west-1")
                        .credentials("a", "s")
                        .pathStyle(false))
                .isEqualTo(new S3Options(ENDPOINT, "eu-west-1", "backups", "a", "s", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3.example.com", "ftp://s3.example.com", "file:///tmp", "https://user:pw@host", "http://h?q"})
    void refuse_what_is_not_an_address(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Options.of(URI.create(endpoint), "backups"))
                .withMessageStartingWith("endpoint: ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pw"));
    }

    @Test
    void refuse_half_of_the_credentials() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Options.of(ENDPOINT, "backups").credentials("access", ""))
                .withMessage("secretKey: missing (expected: both keys or neither)");
    }

    @Test
    void refuse_a_bucket_with_a_path() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> S3Options.of(ENDPOINT, "backups/2026"))
                .withMessageStartingWith("bucket: \"backups/2026\" (expected: ");
    }
}
