package io.mockarty.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** What main code never does, whatever its package. */
final class CodeRules {

    static final ArchRule STATIC_FIELDS_ARE_FINAL = noFields()
            .that(describe("are static", (JavaField field) -> isStatic(field)))
            .should()
            .notHaveModifier(FINAL)
            .because("nothing is static that changes: two servers in one JVM do not know of each other");

    static final ArchRule STATIC_FIELDS_HOLD_NO_MUTABLE_STATE = noFields()
            .that(describe("are static", (JavaField field) -> isStatic(field)))
            .should(be(describe("of a mutable type, or an array that others can see", CodeRules::isMutable)))
            .because("a final reference to something that changes is a mutable static in disguise");

    static final ArchRule STATIC_FIELDS_START_WITHOUT_MUTABLE_COLLECTIONS = noClasses()
            .should()
            .callConstructorWhere(describe("a static field may hold what it makes", CodeRules::makesStaticCollection))
            .because("behind the type of an interface, such a collection is a mutable static that nobody sees");

    static final ArchRule NOBODY_HAS_THREAD_LOCALS = noFields()
            .should()
            .haveRawType(ThreadLocal.class)
            .because("what belongs to a thread outlives whoever put it there");

    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("io.mockarty.coordinator.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library logs; only a command prints");

    static final ArchRule EXCEPTIONS_HAVE_NAMES = noClasses()
            .should()
            .callConstructorWhere(describe("it makes a raw exception", CodeRules::makesRawException))
            .because("a caller can only handle a failure that has a name");

    static final ArchRule ONLY_THE_RESOLVER_KNOWS_JAVA_UTIL_LOGGING = noClasses()
            .that()
            .resideOutsideOfPackage("io.mockarty.resolver..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("we log through SLF4J; the resolver alone has to quieten a library");

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(describe("it puts the thread to sleep", CodeRules::sleeps))
            .because("a delay is a timer");

    private static final Set<String> RAW_EXCEPTIONS =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable", "java.lang.Error");

    private CodeRules() {}

    private static boolean isStatic(JavaField field) {
        return field.getModifiers().contains(STATIC) && !field.getModifiers().contains(SYNTHETIC);
    }

    private static boolean isMutable(JavaField field) {
        JavaClass type = field.getRawType();
        boolean sharedArray = type.isArray() && !field.getModifiers().contains(PRIVATE);
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return sharedArray
                || collection && !type.isInterface()
                || type.isAssignableTo(ConcurrentMap.class)
                || type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(Random.class)
                || type.isAssignableTo(StringBuilder.class)
                || type.getPackageName().equals("java.util.concurrent.atomic");
    }

    private static boolean makesStaticCollection(JavaConstructorCall call) {
        JavaClass made = call.getTargetOwner();
        return call.getOrigin().getName().equals("<clinit>")
                && made.getPackageName().startsWith("java.")
                && (made.isAssignableTo(Collection.class) || made.isAssignableTo(Map.class));
    }

    /** Calls from the constructor of a direct subclass are {@code super(...)}, not {@code new}. */
    private static boolean makesRawException(JavaConstructorCall call) {
        boolean superCall = call.getOrigin().isConstructor()
                && call.getOriginOwner().getRawSuperclass().equals(Optional.of(call.getTargetOwner()));
        return RAW_EXCEPTIONS.contains(call.getTargetOwner().getName()) && !superCall;
    }

    private static boolean sleeps(JavaCall<?> call) {
        return call.getName().equals("sleep")
                && (call.getTargetOwner().isEquivalentTo(Thread.class)
                        || call.getTargetOwner().isEquivalentTo(TimeUnit.class));
    }
}
