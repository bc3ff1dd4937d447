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
 * Sets a system property to the address of the mocked API: of the class, which leads to the test that runs, or of one
 * test method. Restored afterwards.
 *
 * <p>System properties belong to the whole JVM, so this is refused when tests run in parallel, unless the class is
 * {@code @Isolated}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(MockartyProperty.All.class)
@ExtendWith(MockartyExtension.class)
public @interface MockartyProperty {

    /** {@return the name of the property} */
    String value();

    /** Several {@link MockartyProperty}. */
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(MockartyExtension.class)
    @interface All {

        /** {@return the annotations} */
        MockartyProperty[] value();
    }
}
