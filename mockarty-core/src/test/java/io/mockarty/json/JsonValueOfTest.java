package io.mockarty.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueOfTest {

    private record Address(String city, Optional<String> zip) {}

    private record User(String name, int age, List<Address> addresses, DayOfWeek day) {}

    @Test
    void a_record_is_an_object_of_its_components() {
        User user = new User("Ada", 36, List.of(new Address("London", Optional.empty())), DayOfWeek.MONDAY);

        assertThat(Json.write(Json.valueOf(user)))
                .isEqualTo("{\"name\":\"Ada\",\"age\":36,\"addresses\":[{\"city\":\"London\",\"zip\":null}],"
                        + "\"day\":\"MONDAY\"}");
    }

    static Stream<Arguments> convertible() {
        return Stream.of(
                Arguments.of(1, 1L),
                Arguments.of((short) 1, 1L),
                Arguments.of((byte) 1, 1L),
                Arguments.of(new AtomicInteger(7), 7L),
                Arguments.of(1.5f, new BigDecimal("1.5")),
                Arguments.of(0.1, new BigDecimal("0.1")),
                Arguments.of(new DoubleAdder(), new BigDecimal("0.0")),
                Arguments.of(BigInteger.TEN.pow(30), BigInteger.TEN.pow(30)),
                Arguments.of('c', "c"),
                Arguments.of(CharBuffer.wrap("text"), "text"),
                Arguments.of(DayOfWeek.FRIDAY, "FRIDAY"),
                Arguments.of(Optional.of(1), 1L),
                Arguments.of(Optional.empty(), null),
                Arguments.of(new String[] {"a", null}, Collections.unmodifiableList(listOf("a", null))),
                Arguments.of(new int[] {1, 2}, List.of(1L, 2L)),
                Arguments.of(new double[][] {{0.5}}, List.of(List.of(new BigDecimal("0.5")))),
                Arguments.of(new boolean[0], List.of()),
                Arguments.of(Map.of(200, "ok"), Map.of("200", "ok")),
                Arguments.of(Map.of(DayOfWeek.FRIDAY, true), Map.of("FRIDAY", true)),
                Arguments.of(Collections.singleton(2), List.of(2L)));
    }

    @ParameterizedTest
    @MethodSource("convertible")
    void converts(Object object, Object json) {
        assertThat(Json.valueOf(object)).isEqualTo(json);
    }

    static Stream<Object> refused() {
        return Stream.of(
                Duration.ZERO,
                new Object(),
                Double.NaN,
                Float.POSITIVE_INFINITY,
                List.of(new Object()),
                Map.of("a", Duration.ZERO),
                Map.of(List.of(), 1),
                Collections.singletonMap(null, 1));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_what_has_no_json_form(Object object) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.valueOf(object))
                .withMessageContaining("(expected: ");
    }

    @Test
    void does_not_see_later_changes() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> map = new LinkedHashMap<>(Map.of("list", list));
        Object json = Json.valueOf(map);

        list.add(2);
        map.put("more", 3);

        assertThat(json).isEqualTo(Map.of("list", List.of(1L)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_result_cannot_be_changed(boolean nested) {
        @SuppressWarnings("unchecked")
        Map<String, Object> json = (Map<String, Object>) Json.valueOf(Map.of("a", Map.of("b", 1)));
        @SuppressWarnings("unchecked")
        Map<String, Object> target = nested ? (Map<String, Object>) json.get("a") : json;

        assertThatThrownBy(() -> target.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    private static List<Object> listOf(Object... elements) {
        return new ArrayList<>(Arrays.asList(elements));
    }

    @Test
    void says_how_to_let_in_a_record_of_a_closed_package(@TempDir Path directory) throws Exception {
        Path source = Files.createDirectories(directory.resolve("shut/hidden"));
        Path info = Files.writeString(directory.resolve("module-info.java"), "module shut { exports shut; }");
        Path door = Files.writeString(
                directory.resolve("shut/Door.java"),
                "package shut; public class Door { public static Object hidden() { return new shut.hidden.Hidden(1); } }");
        Path hidden =
                Files.writeString(source.resolve("Hidden.java"), "package shut.hidden; public record Hidden(int a) {}");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), info.toString(), door.toString(), hidden.toString());
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration().resolve(ModuleFinder.of(directory), ModuleFinder.of(), Set.of("shut"));
        ClassLoader loader = boot.defineModulesWithOneLoader(modules, ClassLoader.getSystemClassLoader())
                .findLoader("shut");
        Object closed = loader.loadClass("shut.Door").getMethod("hidden").invoke(null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.valueOf(closed))
                .withMessage("value: shut.hidden.Hidden (expected: a record in a package that is open to"
                        + " io.mockarty.core, or a Map instead)");
    }
}
