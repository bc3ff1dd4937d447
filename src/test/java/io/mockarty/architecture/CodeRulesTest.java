package io.mockarty.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CodeRulesTest {

    @Test
    void flags_a_static_field_that_is_not_final() {
        assertThat(bites(CodeRules.STATIC_FIELDS_ARE_FINAL, Changing.class)).isTrue();
        assertThat(bites(CodeRules.STATIC_FIELDS_ARE_FINAL, Constant.class)).isFalse();
    }

    @Test
    void flags_static_fields_that_hold_something_mutable() {
        assertThat(bites(CodeRules.STATIC_FIELDS_HOLD_NO_MUTABLE_STATE, Counting.class))
                .isTrue();
        assertThat(bites(CodeRules.STATIC_FIELDS_HOLD_NO_MUTABLE_STATE, Collecting.class))
                .isTrue();
        assertThat(bites(CodeRules.STATIC_FIELDS_HOLD_NO_MUTABLE_STATE, OpenArray.class))
                .isTrue();
        assertThat(bites(CodeRules.STATIC_FIELDS_HOLD_NO_MUTABLE_STATE, Constant.class))
                .isFalse();
    }

    @Test
    void flags_printing() {
        assertThat(bites(CodeRules.ONLY_THE_COMMAND_LINE_PRINTS, Printing.class))
                .isTrue();
        assertThat(bites(CodeRules.ONLY_THE_COMMAND_LINE_PRINTS, Constant.class))
                .isFalse();
    }

    @Test
    void flags_a_raw_exception_but_not_one_with_a_name() {
        assertThat(bites(CodeRules.EXCEPTIONS_HAVE_NAMES, RawThrowing.class)).isTrue();
        assertThat(bites(CodeRules.EXCEPTIONS_HAVE_NAMES, NamedException.class)).isFalse();
    }

    @Test
    void flags_java_util_logging() {
        assertThat(bites(CodeRules.ONLY_THE_RESOLVER_KNOWS_JAVA_UTIL_LOGGING, Logging.class))
                .isTrue();
        assertThat(bites(CodeRules.ONLY_THE_RESOLVER_KNOWS_JAVA_UTIL_LOGGING, Constant.class))
                .isFalse();
    }

    @Test
    void flags_every_way_to_sleep() {
        assertThat(bites(CodeRules.NOBODY_SLEEPS, ThreadSleeping.class)).isTrue();
        assertThat(bites(CodeRules.NOBODY_SLEEPS, UnitSleeping.class)).isTrue();
        assertThat(bites(CodeRules.NOBODY_SLEEPS, Constant.class)).isFalse();
    }

    private static boolean bites(ArchRule rule, Class<?> fixture) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(fixture))
                .hasViolation();
    }

    static final class Constant {
        static final Map<String, Integer> SIZES = Map.of("small", 1);
        private static final byte[] LINE_END = {'\r', '\n'};

        int lineEnd() {
            return LINE_END.length;
        }
    }

    @SuppressWarnings("NonFinalStaticField")
    enum Changing {
        ;
        static int count;
    }

    interface Counting {
        AtomicLong COUNT = new AtomicLong();
    }

    interface Collecting {
        HashMap<String, String> SEEN = new HashMap<>();
    }

    enum OpenArray {
        ;
        static final int[] SIZES = {1, 2};
    }

    static final class Printing {
        void print() {
            System.out.println();
        }
    }

    static final class RawThrowing {
        void fail() {
            throw new RuntimeException("raw");
        }
    }

    static final class NamedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NamedException() {
            super("named");
        }
    }

    static final class Logging {
        Logger logger() {
            return Logger.getGlobal();
        }
    }

    static final class ThreadSleeping {
        void rest() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    static final class UnitSleeping {
        void rest() throws InterruptedException {
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
