package io.mockarty.perf.module.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import io.grpc.Metadata;
import io.grpc.Status;
import io.mockarty.json.Json;
import io.mockarty.perf.script.ScriptRun;
import io.mockarty.perf.script.ScriptSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class K6GrpcModuleTest {

    private static final Map<String, String> PROTOS = Map.of(
            "route.proto",
            """
            syntax = "proto3";
            package main;
            import "geo/point.proto";
            import "google/protobuf/timestamp.proto";
            service RouteGuide {
              rpc GetFeature(geo.Point) returns (Feature) {}
              rpc ListFeatures(geo.Point) returns (stream Feature) {}
              rpc RecordRoute(stream geo.Point) returns (Summary) {}
              rpc Chat(stream Feature) returns (stream Feature) {}
            }
            message Feature {
              string name = 1;
              geo.Point location = 2;
              google.protobuf.Timestamp seen = 3;
              string renamed = 4 [json_name = "otherName"];
              map<string, int32> counts = 5;
              oneof kind { string shop = 6; bool park = 7; }
              Color color = 8;
              bytes picture = 9;
            }
            enum Color { GREY = 0; RED = 1; }
            message Summary { int32 point_count = 1; }
            """,
            "geo/point.proto",
            "syntax = \"proto3\"; package geo; message Point { int32 latitude = 1; int32 longitude = 2; }");

    private final TestServer server = TestServer.of(PROTOS)
            .reflecting()
            .on("main.RouteGuide/GetFeature", conversation -> {
                conversation.send("{\"name\":\"Home\",\"location\":"
                        + Json.write(conversation.requests().get(0))
                        + ",\"seen\":\"2026-01-02T03:04:05Z\",\"otherName\":\"o\",\"counts\":{\"a\":1},\"shop\":\"s\","
                        + "\"color\":\"RED\",\"picture\":\"AQI=\"}");
                conversation.end();
            })
            .on("main.RouteGuide/ListFeatures", conversation -> {
                for (String name : List.of("one", "two", "three")) {
                    conversation.send("{\"name\":\"" + name + "\"}");
                }
                conversation.end();
            })
            .on("main.RouteGuide/RecordRoute", conversation -> {
                if (conversation.complete()) {
                    conversation.send(
                            "{\"pointCount\":" + conversation.requests().size() + "}");
                    conversation.end();
                }
            })
            .on("main.RouteGuide/Chat", conversation -> {
                int last = conversation.requests().size() - 1;
                Object name = ((Map<?, ?>) conversation.requests().get(last)).get("name");
                if (conversation.complete()) {
                    conversation.end();
                } else if ("bad".equals(name)) {
                    conversation.end(Status.INVALID_ARGUMENT.withDescription("bad name"), new Metadata());
                } else {
                    conversation.send("{\"name\":\"re: " + name + "\"}");
                }
            })
            .start();

    @TempDir
    private Path directory;

    @BeforeEach
    void write_the_files() throws IOException {
        for (Map.Entry<String, String> proto : PROTOS.entrySet()) {
            Path file = directory.resolve("protos").resolve(proto.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, proto.getValue());
        }
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        ProtoFiles.read(List.of("route.proto"), PROTOS::get).forEach(set::addFile);
        Files.write(directory.resolve("all.protoset"), set.build().toByteArray());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScriptRun script(String text) {
        return ScriptRun.of(ScriptSource.inline(text, directory)).env("ADDRESS", server.address());
    }

    @Test
    void proto_files_describe_what_can_be_called() {
        try (ScriptRun run = script("""
                import grpc from 'k6/net/grpc';
                import { check } from 'k6';
                const client = new grpc.Client();
                const methods = client.load(['protos'], 'route.proto');
                export default () => {
                    console.log(JSON.stringify(methods[1]), methods.length);
                    client.connect(__ENV.ADDRESS, { plaintext: true, timeout: '5s' });
                    const response = client.invoke('main.RouteGuide/GetFeature', { latitude: 4, longitude: -7 });
                    check(response, { 'status is OK': (r) => r && r.status === grpc.StatusOK });
                    console.log(JSON.stringify(response.message));
                    console.log(response.error, Object.keys(response).join());
                    client.close();
                };
                """)) {
            assertThat(run.printed())
                    .satisfiesExactly(
                            line -> assertThat(Json.parse(line.substring(0, line.lastIndexOf(' '))))
                                    .isEqualTo(Map.of(
                                            "package", "main",
                                            "service", "RouteGuide",
                                            "fullMethod", "/main.RouteGuide/GetFeature",
                                            "isClientStream", false,
                                            "isServerStream", false)),
                            line -> assertThat(line)
                                    .isEqualTo("{\"name\":\"Home\",\"location\":{\"latitude\":4,\"longitude\":-7},"
                                            + "\"seen\":\"2026-01-02T03:04:05Z\",\"otherName\":\"o\",\"counts\":{\"a\":1},"
                                            + "\"shop\":\"s\",\"color\":\"RED\",\"picture\":\"AQI=\"}"),
                            line -> assertThat(line).isEqualTo("null status,message,headers,trailers,error"));
            assertThat(run.values("checks")).containsExactly(1.0);
        }
    }

    @Test
    void protosets_and_reflection_describe_it_as_well() {
        for (String how : List.of(
                "client.loadProtoset('all.protoset'); const params = { plaintext: true };",
                "const params = { plaintext: true, reflect: true, reflectMetadata: { 'x-key': 'k' } };")) {
            try (ScriptRun run = script(
                    "import { Client, StatusOK } from 'k6/net/grpc'; const client = new Client();\n" + how + """
                            export default () => {
                                client.connect(__ENV.ADDRESS, params);
                                console.log(client.invoke('/main.RouteGuide/GetFeature', {}).message.name);
                            };
                            """)) {
                assertThat(run.printed()).as(how).containsExactly("Home");
            }
        }
        assertThat(server.metadata())
                .anyMatch(metadata ->
                        "k".equals(metadata.get(Metadata.Key.of("x-key", Metadata.ASCII_STRING_MARSHALLER))));
    }

    @Test
    void calls_need_not_be_waited_for() {
        try (ScriptRun run = script("""
                import grpc from 'k6/net/grpc';
                const client = new grpc.Client();
                client.load(['protos'], 'route.proto');
                export default async () => {
                    client.connect(__ENV.ADDRESS, { plaintext: true });
                    const all = await Promise.all([1, 2, 3].map((latitude) =>
                        client.asyncInvoke('main.RouteGuide/GetFeature', { latitude })));
                    console.log(all.map((r) => r.message.location.latitude).join());
                };
                """)) {
            assertThat(run.printed()).containsExactly("1,2,3");
            assertThat(run.values("grpc_req_duration")).hasSize(3);
        }
    }

    @Test
    void a_server_may_send_a_stream() {
        try (ScriptRun run = script("""
                import { Client, Stream } from 'k6/net/grpc';
                const client = new Client();
                client.load(['protos'], 'route.proto');
                export default () => {
                    client.connect(__ENV.ADDRESS, { plaintext: true });
                    const stream = new Stream(client, 'main.RouteGuide/ListFeatures', null);
                    stream.on('data', (feature, metadata) => console.log(feature.name, metadata.ts > 0));
                    stream.on('end', () => { client.close(); console.log('end'); });
                    stream.on('error', (e) => console.log('error', JSON.stringify(e)));
                    stream.write({ latitude: 1 });
                };
                """)) {
            assertThat(run.printed()).containsExactly("one true", "two true", "three true", "end");
            assertThat(run.sum("grpc_streams")).isEqualTo(1);
            assertThat(run.sum("grpc_streams_msgs_sent")).isEqualTo(1);
            assertThat(run.sum("grpc_streams_msgs_received")).isEqualTo(3);
            assertThat(run.routes())
                    .extracting(ScriptRun.Routed::route)
                    .containsExactly("gRPC main.RouteGuide/ListFeatures");
        }
    }

    @Test
    void a_client_may_send_a_stream() {
        try (ScriptRun run = script("""
                import { Client, Stream } from 'k6/net/grpc';
                import { sleep } from 'k6';
                const client = new Client();
                client.load(['protos'], 'route.proto');
                export default () => {
                    client.connect(__ENV.ADDRESS, { plaintext: true });
                    const stream = new Stream(client, 'main.RouteGuide/RecordRoute');
                    stream.on('data', (stats) => console.log('points', stats.pointCount));
                    stream.on('end', () => console.log('end'));
                    for (let i = 0; i < 5; i++) { stream.write({ latitude: i }); }
                    stream.end();
                    sleep(0.01);
                };
                """)) {
            assertThat(run.printed()).containsExactly("points 5", "end");
            assertThat(run.sum("grpc_streams_msgs_sent")).isEqualTo(5);
        }
    }

    @Test
    void both_may_send_streams_and_errors_end_them() {
        try (ScriptRun run = script("""
                import { Client, Stream } from 'k6/net/grpc';
                const client = new Client();
                client.load(['protos'], 'route.proto');
                export default () => {
                    client.connect(__ENV.ADDRESS, { plaintext: true });
                    const stream = new Stream(client, 'main.RouteGuide/Chat', { metadata: { 'x-echo': 'me' } });
                    stream.on('metadata', (headers) => console.log('headers', JSON.stringify(headers['x-echo'])));
                    stream.on('data', (feature) => {
                        console.log(feature.name);
                        stream.write({ name: 'bad' });
                    });
                    stream.on('error', (e) => console.log(JSON.stringify(e)));
                    stream.on('end', () => {
                        console.log('end');
                        try { stream.write({}); } catch (e) { console.log(e.message); }
                    });
                    stream.write({ name: 'hi' });
                };
                """)) {
            assertThat(run.printed())
                    .containsExactly(
                            "headers [\"me\"]",
                            "re: hi",
                            "{\"code\":3,\"message\":\"bad name\",\"details\":[]}",
                            "end",
                            "grpc.Stream.write (expected: before the stream has ended)");
        }
    }

    @Test
    void connecting_to_nobody_throws() {
        String address = server.address();
        try (ScriptRun run = script("""
                import grpc from 'k6/net/grpc';
                const client = new grpc.Client();
                export default () => {
                    try { client.connect(__ENV.ADDRESS, { plaintext: true }); } catch (e) { console.log(e.message); }
                };
                """)) {
            server.close();
            assertThat(run.printed())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("grpc.connect: " + address)
                            .contains("refused"));
        }
    }

    @Test
    void broken_and_missing_files_are_told_with_their_place() throws IOException {
        Files.writeString(directory.resolve("broken.proto"), "syntax = \"proto3\";\nmessage A {\n  strin g = ;\n}\n");
        Files.writeString(directory.resolve("lost.proto"), "syntax = \"proto3\"; import \"nowhere.proto\";");
        Files.writeString(directory.resolve("type.proto"), "syntax = \"proto3\"; message A { Missing m = 1; }");
        for (Map.Entry<String, String> problem : Map.of(
                        "broken.proto", "broken.proto:3:",
                        "lost.proto", "\"nowhere.proto\", which lost.proto wants, is not there",
                        "type.proto", "Missing",
                        "none.proto", "\"none.proto\" cannot be read, open: ")
                .entrySet()) {
            assertThatThrownBy(() -> script("import grpc from 'k6/net/grpc'; new grpc.Client().load([], '"
                                    + problem.getKey() + "'); export default () => {};")
                            .load())
                    .hasMessageContaining("grpc.load: ")
                    .hasMessageContaining(problem.getValue());
        }
    }

    @Test
    void what_belongs_in_the_init_phase_stays_there() {
        try (ScriptRun run = script("""
                import grpc from 'k6/net/grpc';
                const client = new grpc.Client();
                const tell = (f) => { try { f(); } catch (e) { console.log(e.message); } };
                tell(() => client.connect('localhost:1'));
                export default () => {
                    tell(() => client.load([], 'route.proto'));
                    tell(() => client.invoke('a.B/C', {}));
                };
                """)) {
            run.printed();
            assertThat(run.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("grpc.connect (expected: in an iteration"),
                            line -> assertThat(line).startsWith("grpc: load (expected: while the script is loaded"),
                            line -> assertThat(line).isEqualTo("grpc: no connection (expected: connect before)"));
        }
    }
}
