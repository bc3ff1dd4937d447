package io.mockarty.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiversionTest {

    private final Namespaces namespaces = Worlds.create();
    private final Namespace base = namespaces.open("base");
    private final Namespace one = over("one", base);
    private final Namespace two = over("two", base);

    private Namespace over(String name, Namespace below) {
        return namespaces.create(name, new NamespaceOptions(below, null, null));
    }

    @Test
    void a_namespace_receives_what_is_addressed_to_it() {
        assertThat(base.receiver()).isSameAs(base);
        assertThat(one.receiver()).isSameAs(one);
    }

    @Test
    void the_only_overlay_that_asked_receives_what_is_addressed_to_the_base() {
        base.divertTo(one);

        assertThat(base.receiver()).isSameAs(one);
        assertThat(two.receiver()).isSameAs(two);
    }

    @Test
    void the_base_receives_it_when_two_overlays_asked() {
        assertThat(base.divertTo(one)).isTrue();
        assertThat(base.divertTo(two)).isFalse();

        assertThat(base.receiver()).isSameAs(base);
    }

    @Test
    void an_overlay_that_is_closed_receives_nothing_more() {
        base.divertTo(one);
        base.divertTo(two);

        namespaces.close("one");
        assertThat(base.receiver()).isSameAs(two);
        namespaces.close("two");

        assertThat(base.receiver()).isSameAs(base);
    }

    @Test
    void an_overlay_of_an_overlay_may_receive_for_each_of_them() {
        Namespace top = over("top", one);
        base.divertTo(top);
        one.divertTo(top);
        assertThat(base.receiver()).isSameAs(top);
        assertThat(one.receiver()).isSameAs(top);

        namespaces.close("top");

        assertThat(base.receiver()).isSameAs(base);
        assertThat(one.receiver()).isSameAs(one);
    }

    @Test
    void an_overlay_that_asks_twice_counts_once() {
        assertThat(base.divertTo(one)).isTrue();
        assertThat(base.divertTo(one)).isTrue();

        assertThat(base.receiver()).isSameAs(one);
    }

    @Test
    void an_overlay_that_stands_on_another_base_receives_nothing_of_the_former() {
        base.divertTo(one);

        one.rebase(namespaces.open("next"));

        assertThat(base.receiver()).isSameAs(base);
    }

    @Test
    void an_overlay_that_moves_down_still_receives_what_is_addressed_to_the_lowest() {
        Namespace top = over("top", one);
        base.divertTo(top);
        one.divertTo(top);

        top.rebase(base);

        assertThat(base.receiver()).isSameAs(top);
        assertThat(one.receiver()).isSameAs(one);
    }
}
