package io.mockarty.repository.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.Repository;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the tests of all contracts work with: nodes on one place that was empty when the test began. */
public interface RepositoryContract {

    /** The namespace that most tests write to. */
    String SHOP = "shop";

    /** How many requests the repository under test keeps for each mock. */
    int LOG_LIMIT = 5;

    /** {@return the nodes: one, or two where nodes can share a place} */
    List<Repository> nodes();

    /** {@return the first node, which most tests write through} */
    default Repository repository() {
        return nodes().get(0);
    }

    @Test
    default void has_a_name_for_people() {
        assertThat(repository().name()).isNotBlank();
    }

    /** {@return all nodes, after each was told of all that was written} */
    default List<Repository> readers() {
        nodes().forEach(node -> node.changes().refresh());
        return nodes();
    }

    /**
     * Writes through the first node while all nodes are listened to.
     *
     * @param write writes
     * @return what each node was told, in the order of {@link #nodes}
     */
    default List<Recorder> told(Consumer<Repository> write) {
        List<Recorder> recorders = nodes().stream().map(node -> new Recorder()).toList();
        List<ChangeFeed.Subscription> subscriptions = IntStream.range(0, recorders.size())
                .mapToObj(i -> nodes().get(i).changes().subscribe(recorders.get(i)))
                .toList();
        write.accept(repository());
        readers();
        subscriptions.forEach(ChangeFeed.Subscription::close);
        return recorders;
    }
}
