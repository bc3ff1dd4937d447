package io.mockarty.namespace;

import io.mockarty.mock.Mock;
import io.mockarty.mock.Problem;
import io.mockarty.mock.Problems;
import io.mockarty.mock.TemplateRoot;
import io.mockarty.repository.StoredMock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and compiles mocks on their way into a namespace. Thread-safe. */
final class MockCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(MockCompiler.class);

    /** So that a sum in milliseconds stays a number that a long can hold. */
    private static final long MAX_TTL_SECONDS = Long.MAX_VALUE / 4_000;

    private final String namespace;
    private final Clock clock;
    private final TemplateRoot templates;

    /** What is being saved here, by id: the repository tells of it before or after the save returns. */
    private final Map<String, Announced> announced = new ConcurrentHashMap<>();

    private record Announced(Mock document, CompiledMock compiled) {}

    /**
     * Creates a compiler.
     *
     * @param namespace the name of the namespace
     * @param clock its clock
     * @param templates where the template files of mocks from a repository are read from
     */
    MockCompiler(String namespace, Clock clock, TemplateRoot templates) {
        this.namespace = namespace;
        this.clock = clock;
        this.templates = templates;
    }

    /** Documents about to be saved, what they were compiled to, and which of their ids are not made up. */
    record Batch(List<Mock> documents, List<CompiledMock> compiled, Set<String> chosenIds) {

        static final Batch EMPTY = new Batch(List.of(), List.of(), Set.of());
    }

    /**
     * Compiles mocks that are about to be saved.
     *
     * @param newId makes an id, none of the given ones
     * @throws io.mockarty.mock.InvalidMockException naming every problem of every mock
     */
    Batch compile(List<Mock> mocks, TemplateRoot files, Function<Set<String>, String> newId) {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < mocks.size(); i++) {
            String id = mocks.get(i).id();
            if (id != null && !ids.add(id)) {
                problems.add(path(mocks, i) + "id", id, "an id that no other of these mocks has");
            }
        }
        List<Mock> documents = new ArrayList<>(mocks.size());
        List<CompiledMock> compiled = new ArrayList<>(mocks.size());
        for (int i = 0; i < mocks.size(); i++) {
            String id = mocks.get(i).id();
            Mock document = saving(mocks.get(i), id == null ? newId.apply(ids) : id);
            String path = path(mocks, i);
            Problems own = new Problems();
            documents.add(document);
            compiled.add(CompiledMock.compile(document, files, own));
            own.found()
                    .forEach(problem ->
                            problems.add(new Problem(path + problem.path(), problem.value(), problem.expected())));
        }
        problems.throwIfAny();
        return new Batch(documents, compiled, ids);
    }

    private static String path(List<Mock> mocks, int index) {
        return mocks.size() == 1 ? "" : "mocks[" + index + "].";
    }

    private Mock saving(Mock mock, String id) {
        long now = clock.millis();
        Mock.Builder saving = mock.toBuilder().id(id).namespace(namespace).createdAt(now);
        saving.put("useCounter", null).put("lastUse", null).put("closedAt", null);
        if (mock.ttl() > 0) {
            saving.expireAt(now + Math.min(mock.ttl(), MAX_TTL_SECONDS) * 1_000);
        }
        return saving.build();
    }

    /**
     * Notes what is about to be written to the repository, so that it is not compiled once more when that tells of it.
     */
    void announce(Batch batch) {
        for (int i = 0; i < batch.documents.size(); i++) {
            Mock document = batch.documents.get(i);
            String id = document.id();
            if (id != null) {
                announced.put(id, new Announced(document, batch.compiled.get(i)));
            }
        }
    }

    void forget(Batch batch) {
        batch.documents.forEach(document -> {
            String id = document.id();
            if (id != null) {
                announced.remove(id);
            }
        });
    }

    /** Compiles a mock that others saved; null, and a line in the log, when it is of no use here. */
    @Nullable
    CompiledMock compileStored(StoredMock mock) {
        Announced own = announced.get(mock.id());
        if (own != null && own.document.equals(mock.document())) {
            return own.compiled;
        }
        Problems problems = new Problems();
        CompiledMock compiled = CompiledMock.compile(mock.document(), templates, problems);
        if (problems.isEmpty()) {
            return compiled;
        }
        LOG.error("namespace {}: mock {} cannot answer on this node: {}", namespace, mock.id(), problems.found());
        return null;
    }
}
