package io.mockarty.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The rules of the house that class files show: who may know whom, and what nobody does. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {

    /**
     * Which of our packages each package may use (see {@link PackageBorders} for the notation). The order is from low
     * to high: nothing uses what stands below it. A new package needs a line here.
     */
    private static final String BORDERS = """
            # mockarty-core
            json       :
            jsonpath   : json
            mock       : json
            fake       : json
            store      : json jsonpath
            request    : json
            expression : json jsonpath fake store request mock.Problem*
            match      : json jsonpath mock request expression
            render     : json mock request expression
            fault      : mock
            journal    : json mock request match
            repository           : json mock request journal
            repository.memory    : json mock request journal repository
            repository.database  : repository
            repository.migration : repository repository.database
            repository.jdbc      : json mock request journal repository repository.database repository.migration
            repository.cache     : json mock repository
            storage    : repository repository.memory repository.database repository.migration repository.jdbc repository.cache
            blob       :
            namespace  : ABOVE
            engine     : ABOVE
            CORE       = ABOVE

            # the other modules
            perf.text       : mock.Problem*
            perf.metric     :
            perf.threshold  : perf.text perf.metric json mock.Problem*
            perf.plan       : perf.text perf.threshold json mock.Problem*
            perf.schedule   : perf.plan perf.metric
            perf.client     :
            perf.module     : perf.text perf.metric
            MODULE          = json jsonpath fake perf.text perf.metric perf.module perf.client
            perf.module.core : MODULE
            perf.module.grpc : MODULE
            perf.module.html : MODULE
            perf.module.http : MODULE
            perf.module.kafka : MODULE
            perf.module.rabbitmq : MODULE
            perf.module.redis : MODULE
            perf.module.smtp : MODULE
            perf.module.sql  : MODULE
            perf.module.util : MODULE
            perf.module.webcrypto : MODULE
            perf.module.web  : MODULE perf.module.http.HttpSupport*
            perf.module.ws   : MODULE perf.module.http.HttpSupport*
            perf.script     : json perf.text perf.metric perf.module perf.plan perf.schedule
            perf.report     : json perf.text perf.metric perf.threshold perf.plan
            perf.har        : json
            perf            : json mock.Problem* perf..
            resolver..    : CORE
            junit5..      : CORE resolver..
            coordinator.. : CORE resolver.. perf..
            """;

    private final Project project = Project.here();
    private JavaClasses all;

    @BeforeAll
    void read_the_class_files() {
        all = classesOf(Project.MODULES);
    }

    @Test
    void every_module_with_sources_was_compiled_and_read() {
        assertThat(project.moduleDirectories()).isEqualTo(Project.MODULES);
        assertThat(all).isNotEmpty();
        assertThat(Project.MODULES)
                .filteredOn(module -> !project.mainSources(module).isEmpty())
                .allSatisfy(module ->
                        assertThat(project.mainClasses(module)).as(module).isNotEmpty());
    }

    @Test
    void packages_use_only_the_packages_they_may() {
        assertThat(new PackageBorders("io.mockarty", BORDERS).violations(all)).isEmpty();
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("io.mockarty.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void core_knows_no_server_no_junit_and_no_command_line() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..", "org.jboss..", "org.junit..", "picocli..")
                .check(classesOf(List.of("mockarty-core")));
    }

    @Test
    void signatures_of_core_and_resolver_mention_only_the_jdk_and_our_public_types() {
        JavaClasses api = classesOf(List.of("mockarty-core", "mockarty-resolver-embedded"));
        assertThat(api).isNotEmpty();
        assertThat(new ApiSignatures("io.mockarty.", Set.of("org.w3c.dom.")).violations(api))
                .isEmpty();
    }

    @Test
    void signatures_of_the_junit_extension_also_mention_junit_and_assertj() {
        JavaClasses api = classesOf(List.of("mockarty-junit5"));
        Set<String> libraries = Set.of("org.junit.jupiter.api.", "org.assertj.core.");
        assertThat(new ApiSignatures("io.mockarty.", libraries).violations(api)).isEmpty();
    }

    @Test
    void static_fields_are_final() {
        CodeRules.STATIC_FIELDS_ARE_FINAL.check(all);
    }

    @Test
    void static_fields_hold_no_mutable_state() {
        CodeRules.STATIC_FIELDS_HOLD_NO_MUTABLE_STATE.check(all);
    }

    @Test
    void static_fields_start_without_mutable_collections() {
        CodeRules.STATIC_FIELDS_START_WITHOUT_MUTABLE_COLLECTIONS.check(all);
    }

    @Test
    void nobody_has_thread_locals() {
        CodeRules.NOBODY_HAS_THREAD_LOCALS.check(all);
    }

    @Test
    void only_the_command_line_prints() {
        CodeRules.ONLY_THE_COMMAND_LINE_PRINTS.check(all);
    }

    @Test
    void exceptions_have_names() {
        CodeRules.EXCEPTIONS_HAVE_NAMES.check(all);
    }

    @Test
    void only_the_resolver_knows_java_util_logging() {
        CodeRules.ONLY_THE_RESOLVER_KNOWS_JAVA_UTIL_LOGGING.check(all);
    }

    @Test
    void nobody_sleeps() {
        CodeRules.NOBODY_SLEEPS.check(all);
    }

    private JavaClasses classesOf(List<String> modules) {
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .flatMap(module -> project.mainClasses(module).stream())
                        .toList());
    }
}
