package io.mockarty.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceRulesTest {

    @Test
    void flags_a_method_of_61_lines_but_not_of_60() {
        assertThat(MethodRules.violations(parse("class A { void b() {" + "\n".repeat(60) + "} }")))
                .containsExactly("A.java:1: method b of 61 lines (expected: at most 60)");
        assertThat(MethodRules.violations(parse("class A { void b() {" + "\n".repeat(59) + "} }")))
                .isEmpty();
    }

    @Test
    void does_not_count_the_comment_before_a_method() {
        assertThat(MethodRules.violations(parse("class A { /** Long. " + "\n".repeat(70) + "*/ void b() {} }")))
                .isEmpty();
    }

    @Test
    void flags_a_long_method_of_a_nested_class_and_a_long_initializer() {
        String text = "class A { class B { void c() {" + "\n".repeat(60) + "} } static {" + "\n".repeat(60) + "} }";
        assertThat(MethodRules.violations(parse(text)))
                .containsExactly(
                        "A.java:61: initializer of 61 lines (expected: at most 60)",
                        "A.java:1: method c of 61 lines (expected: at most 60)");
    }

    @Test
    void flags_a_constructor_with_seven_parameters_but_not_a_record_with_seven_components() {
        String seven = "(int a, int b, int c, int d, int e, int f, int g)";
        assertThat(MethodRules.violations(parse("class A { A" + seven + " {} }")))
                .containsExactly("A.java:1: constructor with 7 parameters (expected: at most 6)");
        assertThat(MethodRules.violations(parse("record A" + seven + " { A {} }")))
                .isEmpty();
    }

    @Test
    void flags_public_types_methods_and_constructors_without_javadoc() {
        assertThat(JavadocRule.violations(parse("public class A { public A() {} protected void b() {} }")))
                .containsExactly(
                        "A.java:1: type A has no Javadoc",
                        "A.java:1: constructor A has no Javadoc",
                        "A.java:1: method b has no Javadoc");
    }

    @Test
    void flags_interface_methods_and_nested_types_without_javadoc() {
        assertThat(JavadocRule.violations(parse("/** A. */ public interface A { void b(); record C() {} }")))
                .containsExactly("A.java:1: method b has no Javadoc", "A.java:1: type C has no Javadoc");
    }

    @Test
    void takes_a_comment_that_is_not_javadoc_for_none() {
        assertThat(JavadocRule.violations(parse("/* A. */ public class A {} ")))
                .containsExactly("A.java:1: type A has no Javadoc");
    }

    @Test
    void wants_no_javadoc_where_nobody_looks_or_where_it_is_inherited() {
        assertThat(JavadocRule.violations(parse("class A { public void b() {} public class C {} }")))
                .isEmpty();
        assertThat(JavadocRule.violations(parse("/** A. */ public class A { @Override public void b() {} A() {} }")))
                .isEmpty();
        assertThat(JavadocRule.violations(
                        parse("/** A. */ public record A(int b) { public A {} public int b() { return b; } }")))
                .isEmpty();
        assertThat(JavadocRule.violations(parse("/** A. */ public enum A { B; private void c() {} }")))
                .isEmpty();
    }

    @Test
    void counts_what_is_documented() {
        SourceFile file = parse("/** A. */ public class A { /** B. */ public void b() {} }");
        assertThat(JavadocRule.documented(file)).isEqualTo(2);
    }

    @Test
    void flags_a_package_without_a_null_marked_and_documented_package_info() {
        SourceFile type = parse("package a.b; class A {}");
        SourceFile bare = SourceFile.parse("package-info.java", "package a.b;");
        SourceFile silent = SourceFile.parse("package-info.java", "@NullMarked package a.b;");
        SourceFile complete = SourceFile.parse("package-info.java", "/** AB. */ @NullMarked package a.b;");
        assertThat(PackageInfoRule.violations(List.of(type)))
                .singleElement()
                .asString()
                .startsWith("package a.b ");
        assertThat(PackageInfoRule.violations(List.of(type, bare))).hasSize(1);
        assertThat(PackageInfoRule.violations(List.of(type, silent))).hasSize(1);
        assertThat(PackageInfoRule.violations(List.of(type, complete))).isEmpty();
    }

    @Test
    void flags_tests_in_a_class_that_the_build_would_not_run() {
        assertThat(TestNameRule.violations(parse("class ASpec { @Nested class B { @Test void c() {} } }")))
                .containsExactly("A.java:1: ASpec has tests (expected: a name that ends in Test)");
        assertThat(TestNameRule.violations(parse("class ATest { @Test void b() {} }")))
                .isEmpty();
        assertThat(TestNameRule.violations(parse("abstract class AContract { @Test void b() {} }")))
                .isEmpty();
    }

    @Test
    void knows_the_median_and_the_90th_percentile_of_file_lengths() {
        FileSizes sizes = new FileSizes(IntStream.rangeClosed(1, 100).boxed().toList());
        assertThat(sizes.median()).isEqualTo(50);
        assertThat(sizes.p90()).isEqualTo(90);
        assertThat(sizes.enoughForPercentiles()).isTrue();
        assertThat(new FileSizes(Collections.nCopies(49, 1)).enoughForPercentiles())
                .isFalse();
    }

    @Test
    void counts_lines_but_leaves_package_infos_out() {
        SourceFile type = parse("class A {\n\n}\n");
        SourceFile info = SourceFile.parse("package-info.java", "package a;\n");
        assertThat(FileSizes.of(List.of(type, info)).sorted()).containsExactly(3);
    }

    private static SourceFile parse(String text) {
        return SourceFile.parse("A.java", text);
    }
}
