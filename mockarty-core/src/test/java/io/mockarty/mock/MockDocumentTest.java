package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.json.Json;
import io.mockarty.json.Yaml;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every protocol goes in and comes out again. */
class MockDocumentTest {

    static Stream<String> protocols() {
        return MockDocuments.protocols();
    }

    static Stream<String> documents() {
        return Stream.concat(
                protocols().map(MockDocuments::of), Stream.of(MockDocuments.withOneOf(), MockDocuments.withProxy()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void is_written_back_as_it_was_read(String text) {
        assertThat(Mock.fromJson(text).toJson()).isEqualTo(Json.write(Json.parse(text)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void survives_the_way_through_a_json_file(String text) {
        List<Mock> mocks = MockCodec.readJson(text);

        assertThat(MockCodec.readJson(MockCodec.writeJson(mocks))).isEqualTo(mocks);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void survives_the_way_through_a_yaml_file(String text) {
        List<Mock> mocks = MockCodec.readJson(text);

        List<Mock> back = MockCodec.readYaml(MockCodec.writeYaml(mocks));

        assertThat(back).isEqualTo(mocks);
        assertThat(back.get(0).toJson()).isEqualTo(mocks.get(0).toJson());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void equals_its_yaml_twin(String text) {
        assertThat(MockCodec.readYaml(Yaml.write(Json.parse(text)))).containsExactly(Mock.fromJson(text));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void equals_what_its_builder_builds(String text) {
        Mock mock = Mock.fromJson(text);

        assertThat(mock.toBuilder().build()).isEqualTo(mock).hasSameHashCodeAs(mock);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void keeps_unknown_fields_at_every_level(String text) {
        Object tree = withUnknownFields(Json.parse(text));

        Mock mock = Mock.fromJson(Json.write(tree));

        assertThat(mock.toJson()).isEqualTo(Json.write(tree));
        assertThat(mock.toBuilder().priority(1).build().json()).containsEntry("x-new", null);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void names_its_protocol(String protocol) {
        assertThat(Mock.fromJson(MockDocuments.of(protocol)).protocol()).isEqualTo(protocol);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void has_a_typed_method_for_every_field_of_the_protocol(String protocol) throws ReflectiveOperationException {
        Mock mock = Mock.fromJson(MockDocuments.of(protocol));
        Object context = Mock.class.getMethod(protocol).invoke(mock);

        assertThat(valuesOf(context)).isEqualTo(((Map<?, ?>) mock.json().get(protocol)).keySet());
    }

    @Test
    void has_a_typed_method_for_every_other_field() throws ReflectiveOperationException {
        Mock mock = Mock.fromJson(MockDocuments.of("http"));

        assertThat(valuesOf(mock)).containsAll(mock.json().keySet());
        assertThat(valuesOf(mock.response())).isEqualTo(mock.response().json().keySet());
        SseEventChain events = mock.response().sseEventChain();
        assertThat(valuesOf(events)).isEqualTo(events.json().keySet());
        assertThat(valuesOf(events.events().get(0)))
                .isEqualTo(events.events().get(0).json().keySet());
        Webhook webhook = mock.webhooks().get(0);
        assertThat(valuesOf(webhook)).isEqualTo(webhook.json().keySet());
        Condition condition = mock.http().conditions().get(0);
        assertThat(valuesOf(condition)).isEqualTo(condition.json().keySet());
        assertThat(valuesOf(mock.extract())).isEqualTo(mock.extract().json().keySet());
        OneOf oneOf = Mock.fromJson(MockDocuments.withOneOf()).oneOf();
        assertThat(valuesOf(oneOf)).isEqualTo(oneOf.json().keySet());
        Proxy proxy = Mock.fromJson(MockDocuments.withProxy()).proxy();
        assertThat(valuesOf(proxy)).isEqualTo(proxy.json().keySet());
    }

    /** The names of all typed methods that return the very value the document holds, or a view of it. */
    private static Set<String> valuesOf(Object view) throws ReflectiveOperationException {
        Map<?, ?> json = (Map<?, ?>) view.getClass().getMethod("json").invoke(view);
        Set<String> names = new HashSet<>();
        for (Method method : view.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() == 0 && json.containsKey(method.getName())) {
                Object expected = json.get(method.getName());
                Object actual = plain(method.invoke(view));
                if (Json.equal(actual, expected)) {
                    names.add(method.getName());
                }
            }
        }
        return names;
    }

    private static Object plain(Object value) throws ReflectiveOperationException {
        if (value instanceof Literal literal) {
            return literal.literal();
        } else if (value instanceof List<?> list) {
            Object[] elements = new Object[list.size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = plain(list.get(i));
            }
            return Arrays.asList(elements);
        } else if (value instanceof Record view) {
            return view.getClass().getMethod("json").invoke(view);
        }
        return Json.valueOf(value);
    }

    private static Object withUnknownFields(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            Map<Object, Object> larger = new LinkedHashMap<>();
            object.forEach((name, value) ->
                    larger.put(name, holdsStringsOnly((String) name) ? value : withUnknownFields(value)));
            larger.put("x-new", null);
            larger.put("Unknown", List.of(1L, Map.of("deep", true)));
            return larger;
        }
        return tree instanceof List<?> list
                ? list.stream().map(MockDocumentTest::withUnknownFields).toList()
                : tree;
    }

    private static boolean holdsStringsOnly(String field) {
        return List.of("headers", "outputHeaders", "path", "value", "data").contains(field);
    }
}
