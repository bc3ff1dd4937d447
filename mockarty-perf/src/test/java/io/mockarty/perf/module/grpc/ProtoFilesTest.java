package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.mockarty.json.Json;
import io.mockarty.perf.module.ScriptException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtoFilesTest {

    private static List<FileDescriptor> link(Map<String, String> files, String... names) {
        return DescriptorFiles.link("test", ProtoFiles.read(List.of(names), files::get));
    }

    private static Descriptor type(String name, String proto) {
        FileDescriptor file = link(Map.of("a.proto", proto), "a.proto").get(0);
        return file.findMessageTypeByName(name);
    }

    /** What becomes of a JSON text that is read as a message, sent, and written again. */
    private static Object throughMessage(Descriptor type, String json) throws Exception {
        Messages messages =
                new Messages(ServiceCatalog.of(List.of(type.getFile())).types());
        byte[] wire = messages.read(type, json).toByteArray();
        return messages.write(DynamicMessage.parseFrom(type, wire));
    }

    @Test
    void fields_of_all_types_survive() throws Exception {
        Descriptor type = type("All", """
                syntax = "proto3";
                message All {
                  double a = 1; float b = 2; int32 c = 3; int64 d = 4; uint32 e = 5; uint64 f = 6;
                  sint32 g = 7; sint64 h = 8; fixed32 i = 9; fixed64 j = 10; sfixed32 k = 11; sfixed64 l = 12;
                  bool m = 13; string n = 14; bytes o = 15; repeated int32 p = 16; map<int32, All> q = 17;
                  optional string r = 18; All s = 19; oneof t { string u = 20; int32 v = 21; }
                }
                """);
        String json = "{\"a\":1.5,\"b\":0.1,\"c\":-1,\"d\":\"-9007199254740993\",\"e\":4294967295,"
                + "\"f\":\"18446744073709551615\",\"g\":-2,\"h\":\"-3\",\"i\":4,\"j\":\"5\",\"k\":-6,\"l\":\"-7\",\"m\":true,"
                + "\"n\":\"x\",\"o\":\"AQI=\",\"p\":[1,2],\"r\":\"\",\"v\":0}";
        Map<?, ?> written = (Map<?, ?>) throughMessage(type, json);
        Map<String, Object> expected = new java.util.LinkedHashMap<>();
        ((Map<?, ?>) Json.parse(json)).forEach((name, value) -> expected.put(String.valueOf(name), value));
        expected.put("q", Map.of());
        expected.put("s", null);
        assertThat(Json.equal(written, expected)).as("%s", written).isTrue();
        assertThat(throughMessage(type, "{\"b\":\"NaN\",\"a\":\"-Infinity\",\"q\":{\"7\":{\"n\":\"deep\"}}}"))
                .asString()
                .contains("a=-Infinity", "b=NaN", "n=deep");
    }

    @Test
    void well_known_types_have_their_own_form() throws Exception {
        Descriptor type = type("Known", """
                syntax = "proto3";
                import "google/protobuf/any.proto"; import "google/protobuf/duration.proto";
                import "google/protobuf/struct.proto"; import "google/protobuf/wrappers.proto";
                import "google/protobuf/empty.proto"; import "google/protobuf/field_mask.proto";
                message Known {
                  google.protobuf.Duration d = 1; google.protobuf.Struct s = 2; google.protobuf.Int64Value w = 3;
                  google.protobuf.Any any = 4; google.protobuf.Empty e = 5; google.protobuf.FieldMask m = 6;
                  google.protobuf.Value v = 7; google.protobuf.NullValue n = 8;
                }
                """);
        String json =
                "{\"d\":\"1.500s\",\"s\":{\"a\":[1,null]},\"w\":\"5\",\"any\":{\"@type\":\"x/Known\",\"d\":\"2s\"},"
                        + "\"e\":{},\"m\":\"aB,c\",\"v\":\"text\"}";
        Map<?, ?> written = (Map<?, ?>) throughMessage(type, json);
        assertThat(written.get("d")).isEqualTo("1.500s");
        assertThat(written.get("w")).isEqualTo("5");
        assertThat(written.get("e")).isEqualTo(Map.of());
        assertThat(written.get("m")).isEqualTo("aB,c");
        assertThat(written.get("v")).isEqualTo("text");
        assertThat(written.get("n")).isNull();
        assertThat(written.get("any")).isEqualTo(Map.of("@type", "x/Known", "d", "2s"));
        assertThat(Json.equal(written.get("s"), Json.parse("{\"a\":[1,null]}"))).isTrue();
    }

    @Test
    void names_of_fields_may_be_given_at_every_depth() {
        Descriptor type = type("Outer", """
                syntax = "proto3";
                message Outer {
                  string plain_name = 1;
                  oneof one { string two = 2 [json_name = "TWO"]; }
                  message Inner { string a = 1 [json_name = "first"]; }
                }
                """);
        assertThat(type.findFieldByName("plain_name").getJsonName()).isEqualTo("plainName");
        assertThat(type.findFieldByName("two").getJsonName()).isEqualTo("TWO");
        assertThat(type.findNestedTypeByName("Inner").findFieldByName("a").getJsonName())
                .isEqualTo("first");
    }

    @Test
    void files_of_version_2_have_defaults_presence_and_extensions() throws Exception {
        Descriptor type = type("Old", """
                syntax = "proto2";
                package old;
                message Old {
                  required string id = 1; optional int32 n = 2 [default = 7]; repeated int32 packed = 3 [packed = true];
                  extensions 100 to 199;
                }
                extend Old { optional string more = 100; }
                """);
        assertThat(Json.write(throughMessage(type, "{\"id\":\"a\",\"packed\":[1]}")))
                .isEqualTo("{\"id\":\"a\",\"n\":null,\"packed\":[1]}");
    }

    @Test
    void imports_and_public_imports_are_followed() {
        List<FileDescriptor> files = link(
                Map.of(
                        "a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { C c = 1; }",
                        "b.proto", "syntax = \"proto3\"; import public \"c.proto\";",
                        "c.proto", "syntax = \"proto3\"; message C { string x = 1; }"),
                "a.proto");
        assertThat(files)
                .extracting(FileDescriptor::getName)
                .containsExactlyInAnyOrder("a.proto", "b.proto", "c.proto");
    }

    @Test
    void options_of_others_do_not_hurt() {
        List<FileDescriptor> files = link(
                Map.of(
                        "api.proto", """
                        syntax = "proto3";
                        import "rules.proto";
                        option java_package = "x.y";
                        service S { option deprecated = true; rpc Get(M) returns (M) { option (rule) = { get: "/v1/{id}" more { get: "/v2" } }; } }
                        message M { string id = 1 [(checked) = true, deprecated = true]; reserved 5, 7 to 9; reserved "old"; }
                        """,
                        "rules.proto", """
                        syntax = "proto3";
                        import "google/protobuf/descriptor.proto";
                        message Rule { string get = 1; repeated Rule more = 2; }
                        extend google.protobuf.MethodOptions { Rule rule = 72295728; }
                        extend google.protobuf.FieldOptions { bool checked = 50000; }
                        """),
                "api.proto");
        assertThat(ServiceCatalog.of(files).method("S/Get").getInputType().getName())
                .isEqualTo("M");
    }

    @Test
    void files_that_import_each_other_are_refused() {
        assertThatThrownBy(() -> link(
                        Map.of(
                                "a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { B b = 1; }",
                                "b.proto", "syntax = \"proto3\"; import \"a.proto\"; message B { A a = 1; }"),
                        "a.proto"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("imports form a cycle");
    }
}
