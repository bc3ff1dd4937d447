package io.mockarty.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that is a load test. The script runs after the body of the method, which prepares what the script meets, such
 * as the mocks of {@link MockartyTest}; if the method has a parameter of the type {@code LoadTestResult}, the script
 * runs before the body, which looks at what came of it. A crossed threshold fails the test with the table of
 * thresholds.
 *
 * <p>The script finds the URL of the mocks in {@code __ENV.MOCKARTY_URL}. Options that are not set are those of the
 * script; without any, one user does one iteration.
 *
 * <pre>{@code
 * @PerfTest(script = "src/test/perf/checkout.js", vus = 10, duration = "5s",
 *         thresholds = "http_req_duration: p(95) < 500")
 * void checkout_is_quick(MockartyServer mocks) {
 *     mocks.stub(post("/checkout").respond(ok()));
 * }
 * }</pre>
 *
 * <p>Needs {@code io.mockarty:mockarty-perf} among the dependencies of the tests.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(PerfExtension.class)
public @interface PerfTest {

    /** {@return the file of the script, relative to the working directory; empty for {@link #inline}} */
    String script() default "";

    /** {@return the text of the script, unless {@link #script} names a file} */
    String inline() default "";

    /** {@return how many virtual users there are; 0 for what the script says} */
    int vus() default 0;

    /** {@return how long the test lasts, such as {@code 30s}; empty for what the script says} */
    String duration() default "";

    /** {@return how many iterations all users do together; 0 for what the script says} */
    long iterations() default 0;

    /** {@return how many iterations start per second; 0 for what the script says} */
    double rps() default 0;

    /** {@return stages such as {@code 30s:20}, over which the number of users changes} */
    String[] stages() default {};

    /**
     * {@return thresholds such as {@code http_req_duration: p(95) < 500}; they replace those of the script by metric}
     */
    String[] thresholds() default {};

    /** {@return variables of {@code __ENV} such as {@code NAME=value}} */
    String[] env() default {};

    /** {@return outputs such as {@code html:target/checkout.html}} */
    String[] out() default {};
}
