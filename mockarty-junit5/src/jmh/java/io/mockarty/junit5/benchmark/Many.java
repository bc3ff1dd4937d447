package io.mockarty.junit5.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

/** The test method that stands for {@value #TIMES}. */
@RepeatedTest(Many.TIMES)
@Tag(Many.TAG)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Many {

    String TAG = "many";
    /** Not more: a contender that leaves sockets open for a while must not run out of them. */
    int TIMES = 500;
}
