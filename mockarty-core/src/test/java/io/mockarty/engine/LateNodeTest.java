package io.mockarty.engine;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.namespace.LiveMock;
import io.mockarty.repository.Repository;
import io.mockarty.repository.StoredMock;
import io.mockarty.storage.Repositories;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start while others write, on a database that tells of changes by another thread. */
class LateNodeTest {

    private static final int MOCKS = 60;
    private static final int ROUNDS = 8;

    @TempDir
    private Path directory;

    @Test
    void has_the_mocks_of_the_repository_and_no_others() throws Exception {
        Repositories recipe = Repositories.sqlite(directory.resolve("mocks.db")).cached();
        try (Repository first = recipe.open(Clock.systemUTC());
                Repository second = recipe.open(Clock.systemUTC())) {
            TwoNodes.Node writer = new TwoNodes.Node(first, "writer");
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> saveAndDelete(writer));
            List<TwoNodes.Node> late = new ArrayList<>();
            while (!writing.isDone()) {
                late.add(new TwoNodes.Node(second, "late-" + late.size()));
            }
            writing.get(1, TimeUnit.MINUTES);

            second.changes().refresh();

            assertThat(late)
                    .isNotEmpty()
                    .allSatisfy(node -> assertThat(ids(node)).isEqualTo(ids(first)));
            assertThat(ids(writer)).isEqualTo(ids(first));
            late.forEach(node -> node.namespaces.close());
            writer.namespaces.close();
        }
    }

    private static void saveAndDelete(TwoNodes.Node node) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < MOCKS; i++) {
                String id = "m-" + i;
                if ((i + round) % 3 == 0) {
                    node.shop().delete(id);
                } else {
                    node.save(get("/" + id).id(id).respond(ok().text("round " + round)));
                }
            }
        }
    }

    private static Set<String> ids(TwoNodes.Node node) {
        Set<String> ids = new TreeSet<>();
        node.shop().mocks().stream().map(LiveMock::id).forEach(ids::add);
        return ids;
    }

    private static Set<String> ids(Repository repository) {
        Set<String> ids = new TreeSet<>();
        repository.mocks().readAll("shop", (StoredMock mock) -> ids.add(mock.id()));
        return ids;
    }
}
