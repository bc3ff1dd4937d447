package io.mockarty.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Loads mocks from files, of a class or for one test method, on top of those of the class. A file that is missing, or a
 * bad mock, fails the tests with all problems at once.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Mocks.All.class)
@ExtendWith(MockartyExtension.class)
public @interface Mocks {

    /**
     * Names files, as in {@code shop/*.json}. Looked for on the class path relative to the test class, then at its
     * root, then in the file system; see {@code MockartyServer.load(Class, String...)}.
     *
     * @return the patterns
     */
    String[] value();

    /** Several {@link Mocks}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(MockartyExtension.class)
    @interface All {

        /** {@return the annotations} */
        Mocks[] value();
    }
}
