package io.mockarty.junit5;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Finds the annotation that says the most about a test: the nearest one. */
final class OptionsLookup {

    private OptionsLookup() {}

    /** The options of a test class: from it, its fields and parameters, or the class around it. */
    static MockartyOptions ofClass(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = around(type)) {
            Optional<MockartyTest> onClass = AnnotationSupport.findAnnotation(type, MockartyTest.class);
            if (onClass.isPresent()) {
                return MockartyOptions.of(onClass.get());
            }
            Optional<MockartyTest> onMember = only(members(type), type.getSimpleName());
            if (onMember.isPresent()) {
                return MockartyOptions.of(onMember.get());
            }
        }
        return MockartyOptions.defaults();
    }

    /** The class that a class is nested in; a static one is a test class by itself, wherever it stands. */
    private static @Nullable Class<?> around(Class<?> type) {
        return Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass();
    }

    /** The options of a test method, which start from those of its class. */
    static MockartyOptions ofTest(ExtensionContext test, MockartyOptions ofClass, boolean classIsAnnotated) {
        Method method = test.getRequiredTestMethod();
        String where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        Stream<AnnotatedElement> elements = Stream.concat(Stream.of(method), Arrays.stream(method.getParameters()));
        return only(elements.toList(), where)
                .map(annotation ->
                        classIsAnnotated ? ofClass.forMethod(annotation, where) : MockartyOptions.of(annotation))
                .orElse(ofClass);
    }

    private static List<AnnotatedElement> members(Class<?> type) {
        List<Field> fields = AnnotationSupport.findAnnotatedFields(
                type, MockartyTest.class, field -> true, HierarchyTraversalMode.TOP_DOWN);
        Stream<AnnotatedElement> parameters = Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()));
        return Stream.concat(fields.stream(), parameters).toList();
    }

    /** The annotation of these elements; several must say the same, since there is one namespace. */
    private static Optional<MockartyTest> only(List<? extends AnnotatedElement> elements, String where) {
        List<MockartyTest> found = elements.stream()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, MockartyTest.class).stream())
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw new ExtensionConfigurationException("@MockartyTest in " + where
                    + " says different things in different places (expected: options in one place, since there is one"
                    + " namespace; for several mocked APIs, use @RegisterExtension)");
        }
        return found.stream().findFirst();
    }
}
