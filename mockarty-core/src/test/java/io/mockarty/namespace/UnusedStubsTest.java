package io.mockarty.namespace;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.HttpMockBuilder;
import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.request.Requests;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedStubsTest {

    private final Namespaces namespaces = Worlds.create();
    private final Namespace base = namespaces.open("base");
    private final Namespace overlay = over("overlay", base);

    private Namespace over(String name, Namespace below) {
        return namespaces.create(name, new NamespaceOptions(below, null, null));
    }

    private static HttpMockBuilder mock(String id) {
        return get("/" + id).id(id);
    }

    private static Mock stub(Namespace namespace, HttpMockBuilder mock) {
        return namespace.stub(mock.respond(ok()).build());
    }

    private static void use(Namespace namespace, String id) {
        assertThat(namespace.choose(Requests.get("/" + id), namespace.clock().instant()))
                .isNotNull();
    }

    private static List<String> unused(Namespace namespace) {
        return namespace.unusedStubs().stream().map(LiveMock::id).toList();
    }

    @Test
    void a_stub_is_unused_until_it_answers_a_request() {
        stub(base, mock("a"));
        stub(base, mock("b"));
        assertThat(unused(base)).containsExactly("a", "b");

        use(base, "a");

        assertThat(unused(base)).containsExactly("b");
    }

    @Test
    void a_saved_mock_is_no_stub() {
        base.save(mock("a").respond(ok()).build());

        assertThat(unused(base)).isEmpty();
    }

    @Test
    void a_lenient_stub_may_go_unused() {
        stub(base, mock("a").lenient());

        assertThat(unused(base)).isEmpty();
    }

    @Test
    void a_stub_that_is_saved_again_as_a_mock_is_no_stub_any_more() {
        stub(base, mock("a"));

        base.save(mock("a").respond(ok()).build());

        assertThat(unused(base)).isEmpty();
    }

    @Test
    void a_stub_that_is_stubbed_again_is_unused_again() {
        stub(base, mock("a"));
        use(base, "a");

        stub(base, mock("a"));

        assertThat(unused(base)).containsExactly("a");
    }

    @Test
    void a_stub_that_was_deleted_is_not_unused() {
        stub(base, mock("a"));
        stub(base, mock("b"));

        base.delete("a");
        assertThat(unused(base)).containsExactly("b");
        base.deleteAll();

        assertThat(unused(base)).isEmpty();
    }

    @Test
    void a_stub_of_the_base_is_used_when_an_overlay_uses_it() {
        Namespace top = over("top", overlay);
        stub(base, mock("a"));
        stub(base, mock("b"));
        stub(overlay, mock("c"));

        use(top, "a");
        use(top, "c");

        assertThat(unused(base)).containsExactly("b");
        assertThat(unused(overlay)).isEmpty();
    }

    @Test
    void stubs_of_the_base_are_not_those_of_the_overlay() {
        stub(base, mock("a"));
        stub(overlay, mock("b"));

        assertThat(unused(overlay)).containsExactly("b");
        assertThat(unused(base)).containsExactly("a");
    }

    @Test
    void a_stub_of_the_base_stays_unused_when_the_overlay_hides_it() {
        stub(base, mock("a"));
        stub(overlay, mock("a"));

        use(overlay, "a");

        assertThat(unused(overlay)).isEmpty();
        assertThat(unused(base)).containsExactly("a");
    }

    @Test
    void a_bad_stub_is_not_saved() {
        assertThatThrownBy(() -> stub(base, get("/{x").id("bad"))).isInstanceOf(InvalidMockException.class);

        assertThat(unused(base)).isEmpty();
        assertThat(base.size()).isZero();
    }
}
