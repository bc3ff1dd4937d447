package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static io.mockarty.mock.MockDsl.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mockarty.mock.InvalidMockException;
import io.mockarty.mock.Mock;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.namespace.LiveMock;
import io.mockarty.namespace.Namespace;
import io.mockarty.namespace.NamespaceOptions;
import io.mockarty.repository.MockLabel;
import io.mockarty.repository.StoredMock;
import io.mockarty.request.Requests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedMocksTest {

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void a_mock_saved_on_one_node_answers_on_the_other() {
        nodes.one.save(get("/hello").respond(ok().text("hi")));

        assertThat(nodes.two.body(Requests.get("/hello"))).isEqualTo("hi");
        assertThat(nodes.one.body(Requests.get("/hello"))).isEqualTo("hi");
    }

    @Test
    void a_node_that_starts_later_has_all_mocks() {
        nodes.one.save(get("/a").respond(ok().text("a")));
        nodes.one
                .namespaces
                .open("other")
                .save(get("/b").respond(ok().text("b")).build());

        var late = new TwoNodes.Node(nodes.repository, "late");

        assertThat(late.body(Requests.get("/a"))).isEqualTo("a");
        assertThat(late.namespaces.find("other"))
                .get()
                .extracting(Namespace::size)
                .isEqualTo(1);
        late.namespaces.close();
    }

    @Test
    void a_new_content_replaces_the_old_one_everywhere() {
        nodes.one.save(get("/a").id("a").respond(ok().text("old")));
        nodes.two.save(get("/a").id("a").respond(ok().text("new")));

        assertThat(nodes.one.body(Requests.get("/a"))).isEqualTo("new");
        assertThat(nodes.one.shop().size()).isEqualTo(1);
    }

    @Test
    void the_mock_saved_last_wins_on_every_node() {
        nodes.one.save(get("/a").id("first").respond(ok().text("first")));
        nodes.two.save(get("/a").id("second").respond(ok().text("second")));

        assertThat(nodes.one.body(Requests.get("/a"))).isEqualTo("second");
        assertThat(nodes.two.body(Requests.get("/a"))).isEqualTo("second");
    }

    @Test
    void a_deleted_mock_answers_nowhere_and_a_restored_one_everywhere() {
        nodes.one.save(get("/a").id("a").respond(ok()));

        assertThat(nodes.two.shop().delete("a")).isTrue();
        assertThat(nodes.one.reply(Requests.get("/a")).status()).isEqualTo(404);

        nodes.repository.mocks().restore("shop", List.of("a"));
        assertThat(nodes.one.reply(Requests.get("/a")).status()).isEqualTo(200);
        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(200);
    }

    @Test
    void all_mocks_can_be_deleted() {
        nodes.one.save(get("/a").respond(ok()));
        nodes.one.save(get("/b").respond(ok()));

        nodes.two.shop().deleteAll();

        assertThat(nodes.one.shop().mocks()).isEmpty();
    }

    @Test
    void a_batch_with_a_bad_mock_saves_nothing_anywhere() {
        Mock good = get("/a").id("a").respond(ok()).build();
        Mock bad = get("/b").id("b").respond(ok().text("$.nonsense")).build();

        assertThatThrownBy(() -> nodes.one.shop().saveAll(List.of(good, bad))).isInstanceOf(InvalidMockException.class);

        assertThat(nodes.two.shop().mocks()).isEmpty();
        assertThat(nodes.repository.mocks().findAll("shop", List.of("a", "b"))).isEmpty();
    }

    @Test
    void removing_and_saving_is_one_step_for_the_others() {
        nodes.one.save(get("/a").id("a").respond(ok()));

        nodes.one
                .shop()
                .replace(List.of("a"), List.of(get("/b").id("b").respond(ok()).build()), TemplateRoot.none());

        assertThat(nodes.two.shop().mocks()).extracting(LiveMock::id).containsExactly("b");
    }

    @Test
    void a_made_up_id_is_the_same_everywhere_and_nobody_makes_it_again() {
        nodes.one.save(get("/a").respond(ok()));
        nodes.two.save(get("/b").respond(ok()));

        assertThat(nodes.one.shop().mocks()).hasSize(2);
        assertThat(nodes.one.shop().mocks())
                .extracting(LiveMock::id)
                .isEqualTo(nodes.two.shop().mocks().stream().map(LiveMock::id).toList());
    }

    @Test
    void a_mock_that_cannot_be_compiled_here_does_not_keep_others_from_answering() {
        Mock bad = get("/bad").id("bad").respond(ok().text("$.nonsense")).build();
        Mock good = get("/good").id("good").respond(ok()).build();

        nodes.repository.mocks().save("shop", List.of(bad, good));

        assertThat(nodes.one.reply(Requests.get("/good")).status()).isEqualTo(200);
        assertThat(nodes.one.reply(Requests.get("/bad")).status()).isEqualTo(404);
    }

    @Test
    void a_label_does_not_start_the_count_again() {
        nodes.one.save(get("/a").id("a").times(2).respond(ok()));
        nodes.one.reply(Requests.get("/a"));

        nodes.repository.mocks().label("shop", List.of("a"), new MockLabel.Tags(List.of("new")));

        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(200);
        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(404);
        assertThat(nodes.one.shop().mock("a")).get().extracting(Mock::tags).isEqualTo(List.of("new"));
    }

    @Test
    void an_old_version_that_is_restored_answers() {
        nodes.one.save(get("/a").id("a").respond(ok().text("old")));
        nodes.one.save(get("/a").id("a").respond(ok().text("new")));

        StoredMock restored =
                nodes.repository.mocks().restoreVersion("shop", "a", 1).orElseThrow();

        assertThat(restored.version()).isEqualTo(3);
        assertThat(nodes.one.body(Requests.get("/a"))).isEqualTo("old");
    }

    @Test
    void a_namespace_that_is_deleted_is_closed_everywhere() {
        nodes.one.save(get("/a").respond(ok()));

        nodes.repository.namespaces().delete("shop");

        assertThat(nodes.one.namespaces.find("shop")).isEmpty();
        assertThat(nodes.two.namespaces.find("shop")).isEmpty();
        assertThat(nodes.one.shop().mocks()).isEmpty();
    }

    @Test
    void closing_the_namespaces_leaves_the_mocks_in_the_repository() {
        nodes.one.save(get("/a").id("a").respond(ok()));

        nodes.one.namespaces.close();

        assertThat(nodes.repository.mocks().find("shop", "a")).isPresent();
        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(200);
    }

    @Test
    void an_overlay_keeps_its_mocks_for_itself() {
        nodes.one.save(get("/a").respond(status(200)));
        Namespace overlay = nodes.one.namespaces.create("test", new NamespaceOptions(nodes.one.shop(), null, null));

        overlay.save(get("/a").respond(status(201)).build());

        assertThat(nodes.one.engine.handle(overlay, Requests.get("/a")).reply().status())
                .isEqualTo(201);
        assertThat(nodes.two.reply(Requests.get("/a")).status()).isEqualTo(200);
        assertThat(nodes.repository.namespaces().names()).containsExactly("shop");
    }

    @Test
    void a_version_that_cannot_be_compiled_here_ends_the_one_before() {
        nodes.one.save(get("/a").id("a").respond(ok()));

        nodes.repository
                .mocks()
                .save(
                        "shop",
                        List.of(get("/a")
                                .id("a")
                                .respond(ok().text("$.nonsense"))
                                .build()));

        assertThat(nodes.one.reply(Requests.get("/a")).status()).isEqualTo(404);
    }

    @Test
    void an_overlay_is_left_alone_when_the_repository_gets_a_namespace_of_its_name() {
        Namespace overlay = nodes.one.namespaces.create("test", new NamespaceOptions(nodes.one.shop(), null, null));
        overlay.save(get("/mine").id("mine").respond(ok()).build());

        nodes.two
                .namespaces
                .open("test")
                .save(get("/theirs").id("theirs").respond(ok()).build());
        nodes.repository.namespaces().delete("test");

        assertThat(nodes.one.namespaces.find("test")).containsSame(overlay);
        assertThat(overlay.mocks()).extracting(LiveMock::id).containsExactly("mine");
    }

    @Test
    void a_stub_is_still_expected_after_it_got_a_label() {
        nodes.one.shop().stub(get("/a").id("a").respond(ok()).build());

        nodes.repository.mocks().label("shop", List.of("a"), new MockLabel.Tags(List.of("new")));

        assertThat(nodes.one.shop().unusedStubs()).extracting(LiveMock::id).containsExactly("a");
    }
}
