package io.mockarty.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What users can see mentions only what users can have: the JDK, our public types, and the libraries named here.
 *
 * @param allowed prefixes of the type names that may be mentioned besides those of the JDK
 * @param ours the prefix of our own packages, whose types must be public
 */
record ApiSignatures(String ours, Set<String> allowed) {

    private static final Set<String> JDK = Set.of("java.", "javax.", "org.w3c.dom.", "org.xml.sax.");

    /** Returns one message for each type that a visible signature should not mention. */
    List<String> violations(JavaClasses classes) {
        return classes.stream()
                .filter(ApiSignatures::isVisible)
                .flatMap(type -> Stream.concat(headerViolations(type), memberViolations(type)))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> headerViolations(JavaClass type) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        return Stream.concat(parents, type.getTypeParameters().stream())
                .flatMap(ApiSignatures::rawTypes)
                .filter(mentioned -> !isAllowed(mentioned))
                .map(mentioned -> "%s mentions %s".formatted(type.getName(), mentioned.getName()));
    }

    private Stream<String> memberViolations(JavaClass type) {
        return type.getMembers().stream()
                .filter(member -> isVisible(member.getModifiers()))
                .flatMap(member -> mentions(member)
                        .filter(mentioned -> !isAllowed(mentioned))
                        .map(mentioned -> "%s mentions %s".formatted(member.getFullName(), mentioned.getName())));
    }

    private static Stream<JavaClass> mentions(JavaMember member) {
        if (member instanceof JavaField field) {
            return rawTypes(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        Stream<JavaType> types = Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
        Stream<JavaClass> thrown = code.getThrowsClause().stream().map(ThrowsDeclaration::getRawType);
        return Stream.concat(
                thrown, Stream.concat(types, code.getTypeParameters().stream()).flatMap(ApiSignatures::rawTypes));
    }

    private static Stream<JavaClass> rawTypes(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().map(JavaClass::getBaseComponentType);
    }

    private boolean isAllowed(JavaClass type) {
        String name = type.getName();
        if (name.startsWith(ours)) {
            return isVisible(type);
        }
        return type.isPrimitive()
                || Stream.concat(JDK.stream(), allowed.stream()).anyMatch(name::startsWith);
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(ApiSignatures::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }
}
