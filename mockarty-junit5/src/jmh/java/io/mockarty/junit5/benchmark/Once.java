package io.mockarty.junit5.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The test method that runs once. */
@Test
@Tag(Once.TAG)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Once {

    String TAG = "once";
}
