package io.mockarty.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives every test method a mocked API of its own: a fresh namespace on one server that all tests of the run share.
 * Tests may run in parallel; none sees the mocks or requests of another, and nothing is ever reset.
 *
 * <p>Stands on a class, on an annotation of your own, or on one field or parameter:
 *
 * <pre>{@code
 * @MockartyTest
 * class CheckoutTest {
 *
 *     @Test
 *     void finds_the_user(MockartyServer mocks, @MockartyUrl URI baseUrl) { ... }
 * }
 * }</pre>
 *
 * <p>Fields, and parameters of tests, life-cycle methods and constructors, may have the types {@code MockartyServer},
 * {@code Namespace}, {@code Journal}, {@code Stores} and {@code MutableClock}, see {@link MockartyUrl} and
 * {@link MockartyPort}, or a type that a {@link ClientFactory} makes. What is static, or a parameter of
 * {@code @BeforeAll}, belongs to the class: its mocks answer in every test of the class that does not stub over them. A
 * request to the address of the class goes to the test that runs, when just one does.
 *
 * <p>On a test method of an annotated class it may change {@link #strict}, {@link #seed} and {@link #clock} for that
 * test. {@link MockartyExtension#builder} has the same options for {@code @RegisterExtension}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(MockartyExtension.class)
public @interface MockartyTest {

    /** A {@link #port} that each namespace has to itself. */
    int DEDICATED = -1;

    /** A {@link #seed} that is drawn anew for each test. */
    long DRAWN = Long.MIN_VALUE;

    /** {@return how many tests share mocks and journal} */
    TestScope scope() default TestScope.METHOD;

    /** {@return how many tests share the global and chain stores; never fewer than share the mocks} */
    TestScope stores() default TestScope.METHOD;

    /** {@return which server the mocks are on} */
    ServerUse server() default ServerUse.SHARED;

    /**
     * Says where clients find the namespace: 0 for a path on the port of the server, {@link #DEDICATED} for the root of
     * a free port that is opened for it, or 1 to 65535 for the root of that port, which leads to the test that runs, so
     * that the tests of the class cannot run in parallel.
     *
     * @return the port
     */
    int port() default 0;

    /** {@return what makes a test fail that would have passed} */
    Strictness strict() default Strictness.ALL;

    /**
     * {@return the seed of everything random, the same for each test; drawn when not set, and told when a test fails}
     */
    long seed() default DRAWN;

    /** {@return the moment at which the clock stands still, as in {@code 2026-01-01T12:00:00Z}; runs when empty} */
    String clock() default "";

    /** {@return what makes clients that tests may ask for, beside those found by {@code ServiceLoader}} */
    Class<? extends ClientFactory<?>>[] clients() default {};
}
