package io.mockarty.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.testkit.engine.EngineTestKit;

/** That each of the runs in the pom has the JUnit it is for, and no other beside it. */
class JUnitVersionTest {

    /** Set by the build, for each run. */
    private static String expected() {
        String version = System.getProperty("junit.expected.version");
        assertThat(version)
                .as("-Djunit.expected.version, such as 5.10.5; see pom.xml")
                .isNotNull();
        return version;
    }

    /** Until 5.14, Jupiter 5.x and Platform 1.x belong together; from 6 on they count as one. */
    private static String expectedPlatform() {
        return expected().replaceFirst("^5\\.", "1.");
    }

    @Test
    void the_one_engine_is_of_the_version_this_run_is_for() {
        Stream<String> engines = ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(engine -> engine.getId() + " " + engine.getVersion().orElse("?"));

        assertThat(engines).containsExactly("junit-jupiter " + expected());
    }

    @Test
    void the_api_and_the_parameters_are_of_the_version_this_run_is_for() {
        assertThat(List.of(Test.class, ParameterizedTest.class))
                .extracting(type -> type.getPackage().getImplementationVersion())
                .containsOnly(expected());
    }

    @Test
    void the_platform_is_of_the_version_that_belongs_to_it() {
        assertThat(List.of(JUnitException.class, TestEngine.class, Launcher.class, EngineTestKit.class))
                .extracting(type -> type.getPackage().getImplementationVersion())
                .containsOnly(expectedPlatform());
    }
}
