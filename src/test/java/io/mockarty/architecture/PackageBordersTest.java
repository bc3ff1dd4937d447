package io.mockarty.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.mockarty.architecture.fixture.high.High;
import io.mockarty.architecture.fixture.low.Low;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageBordersTest {

    private static final JavaClasses FIXTURES = new ClassFileImporter().importClasses(High.class, Low.class);

    @Test
    void flags_a_dependency_that_the_table_does_not_allow() {
        assertThat(violations("low :", "high : low"))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation)
                        .startsWith("low may not use high: ")
                        .contains("Low.java"));
    }

    @Test
    void flags_a_package_that_is_missing_in_the_table() {
        assertThat(violations("low : high"))
                .singleElement()
                .asString()
                .startsWith("package io.mockarty.architecture.fixture.high is not in the table");
    }

    @Test
    void accepts_what_the_table_allows() {
        assertThat(violations("low : high", "high : low", "not.there.yet : low"))
                .isEmpty();
    }

    @Test
    void allows_all_packages_of_the_lines_above_by_one_word_or_by_a_name_given_to_them() {
        assertThat(violations("low : high", "high : ABOVE")).isEmpty();
        assertThat(violations("low : high", "ALL = ABOVE", "high : ALL")).isEmpty();
    }

    @Test
    void allows_single_types_by_the_start_of_their_names() {
        assertThat(violations("low : high.Hi*", "high : low.Lo*")).isEmpty();
        assertThat(violations("low : high.Higher*", "high : low")).isNotEmpty();
    }

    @Test
    void takes_a_package_with_its_subpackages_as_one_room() {
        String root = "io.mockarty.architecture";
        assertThat(new PackageBorders(root, "fixture.. :").violations(FIXTURES)).isEmpty();
    }

    @Test
    void refuses_a_line_that_is_not_a_rule() {
        assertThatThrownBy(() -> violations("low high"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("table line: low high (expected: package : allowed packages)");
    }

    @Test
    void two_packages_that_know_each_other_are_a_cycle() {
        assertThat(slices().matching("io.mockarty.(**)")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(FIXTURES)
                        .hasViolation())
                .isTrue();
    }

    private static List<String> violations(String... lines) {
        return new PackageBorders("io.mockarty.architecture.fixture", String.join("\n", lines)).violations(FIXTURES);
    }
}
