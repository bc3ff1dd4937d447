package io.mockarty.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The rules of the house that only sources show: sizes, Javadoc, names. */
@TestInstance(Lifecycle.PER_CLASS)
class SourceCodeTest {

    private final Project project = Project.here();
    private List<SourceFile> main = List.of();

    @BeforeAll
    void parse_the_main_sources() {
        main = parse(project.mainSources());
    }

    @Test
    void every_module_with_sources_was_parsed() {
        assertThat(main).isNotEmpty();
        assertThat(main.stream().mapToInt(JavadocRule::documented).sum()).isPositive();
    }

    @Test
    void files_are_short() {
        assertThat(main)
                .allSatisfy(file -> assertThat(file.lines()).as(file.name()).isLessThanOrEqualTo(FileSizes.MAX));
    }

    @Test
    void most_files_are_very_short() {
        FileSizes sizes = FileSizes.of(main);
        assertThat(sizes.sorted()).isNotEmpty();
        if (sizes.enoughForPercentiles()) {
            assertThat(sizes.median()).as("median of lines").isLessThanOrEqualTo(FileSizes.MAX_MEDIAN);
            assertThat(sizes.p90()).as("90th percentile of lines").isLessThanOrEqualTo(FileSizes.MAX_P90);
        }
    }

    @Test
    void the_junit_extension_leaves_its_work_to_others() {
        assertThat(main)
                .filteredOn(file -> file.name().endsWith("/MockartyExtension.java"))
                .singleElement()
                .satisfies(file -> assertThat(file.lines()).isLessThanOrEqualTo(150));
    }

    @Test
    void methods_are_short_and_constructors_narrow() {
        assertThat(main).flatMap(MethodRules::violations).isEmpty();
    }

    @Test
    void what_users_see_is_documented() {
        assertThat(main).flatMap(JavadocRule::violations).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        assertThat(PackageInfoRule.violations(main)).isEmpty();
    }

    @Test
    void classes_with_tests_have_names_that_the_build_runs() {
        List<SourceFile> tests = parse(project.testSources());
        assertThat(tests).isNotEmpty();
        assertThat(tests).flatMap(TestNameRule::violations).isEmpty();
    }

    private List<SourceFile> parse(List<Path> files) {
        return files.stream()
                .map(file -> SourceFile.parse(project.relative(file), file))
                .toList();
    }
}
