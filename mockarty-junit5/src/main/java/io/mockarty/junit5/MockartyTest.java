package io.mockarty.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test method a mocked API of its own: a fresh namespace on one server that all tests of the JVM share.
 *
 * <p>Test methods, {@code @BeforeEach} and {@code @AfterEach} methods may take a {@code MockartyServer}, which is
 * scoped to the namespace of the test, and its address as {@link MockartyUrl @MockartyUrl} {@code URI} or
 * {@code String}. The server starts when the first test asks for it and ends with the test run; the namespace ends with
 * its test. Tests may run in parallel: none sees the mocks or requests of another.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(MockartyExtension.class)
public @interface MockartyTest {}
