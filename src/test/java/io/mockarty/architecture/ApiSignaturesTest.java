package io.mockarty.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mockarty.architecture.fixture.Api;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiSignaturesTest {

    @Test
    void flags_a_library_type_as_parameter_result_field_exception_or_parent() {
        assertThat(mentioned(Api.Leaking.class))
                .containsExactlyInAnyOrder(
                        "Leaking.parameter",
                        "Leaking.result",
                        "Leaking.field",
                        "Leaking.array",
                        "Leaking.bound",
                        "Leaking");
    }

    @Test
    void flags_one_of_our_own_types_that_is_not_public() {
        assertThat(mentioned(Api.Internal.class)).containsExactly("Internal.hidden");
    }

    @Test
    void accepts_the_jdk_our_public_types_and_the_libraries_allowed() {
        assertThat(mentioned(Api.Clean.class)).isEmpty();
        assertThat(violations(Set.of("org.junit."), Api.Leaking.class)).isEmpty();
    }

    @Test
    void does_not_look_at_what_users_cannot_see() {
        assertThat(mentioned(Api.hidden())).isEmpty();
    }

    private static List<String> violations(Set<String> allowed, Class<?> fixture) {
        return new ApiSignatures("io.mockarty.", allowed).violations(new ClassFileImporter().importClasses(fixture));
    }

    private static List<String> mentioned(Class<?> fixture) {
        return violations(Set.of(), fixture).stream()
                .map(violation -> violation.replaceAll(".*\\$(\\w+)[.]?(\\w*).* mentions .*", "$1.$2"))
                .map(name -> name.replaceAll("[.]$", ""))
                .toList();
    }
}
