package io.mockarty.namespace;

import io.mockarty.repository.Change;
import io.mockarty.repository.ChangeFeed;
import io.mockarty.repository.ChangeListener;
import io.mockarty.repository.Repository;
import io.mockarty.repository.RepositoryException;
import io.mockarty.repository.StoredMock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the namespaces of a server as the repository has them: loads them at the start, and takes over what this or any
 * other node writes. Thread-safe.
 */
final class RepositoryFollower implements ChangeListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryFollower.class);

    private final Repository repository;
    private final Namespaces namespaces;
    private final Set<String> outdated = ConcurrentHashMap.newKeySet();

    /**
     * Held while something is read and taken over. Otherwise what was read first could be taken over last, and bring
     * back a mock whose deletion was told in between.
     */
    private final ReentrantLock reading = new ReentrantLock();

    private ChangeFeed.@Nullable Subscription subscription;

    RepositoryFollower(Repository repository, Namespaces namespaces) {
        this.repository = repository;
        this.namespaces = namespaces;
    }

    /** Begins to listen, and then loads everything, so that nothing is missed in between. */
    synchronized void start() {
        subscription = repository.changes().subscribe(this);
        repository.namespaces().names().forEach(namespaces::openExisting);
    }

    void create(String namespace) {
        repository.namespaces().create(namespace);
    }

    /** Reads all mocks of a namespace. */
    void load(Namespace namespace) {
        reading.lock();
        try {
            takeOverAll(namespace);
        } finally {
            reading.unlock();
        }
    }

    private void takeOverAll(Namespace namespace) {
        String name = namespace.name();
        long revision = repository.changes().revision(name);
        List<StoredMock> found = new ArrayList<>();
        repository.mocks().readAll(name, found::add);
        Set<String> absent = new HashSet<>();
        namespace.mocks().forEach(mock -> absent.add(mock.id()));
        found.forEach(mock -> absent.remove(mock.id()));
        namespace.takeOver(found, absent, revision);
    }

    @Override
    public void changed(String namespace, List<Change> changes) {
        orLater(namespace, () -> follow(namespace, changes));
    }

    @Override
    public void reread(String namespace, long revision) {
        orLater(namespace, () -> load(namespace));
    }

    /** What cannot be read now is read as a whole when {@link #repair} is called. */
    private void orLater(String namespace, Runnable work) {
        reading.lock();
        try {
            work.run();
        } catch (RepositoryException e) {
            if (outdated.add(namespace)) {
                LOG.warn("namespace {} is out of date until it can be read: {}", namespace, e.getMessage());
            }
        } catch (RuntimeException e) {
            outdated.add(namespace);
            LOG.error("namespace {} is out of date until it can be read", namespace, e);
        } finally {
            reading.unlock();
        }
    }

    /** Reads the namespaces that could not be read when they changed. */
    void repair() {
        for (String namespace : List.copyOf(outdated)) {
            outdated.remove(namespace);
            orLater(namespace, () -> load(namespace));
        }
    }

    private void follow(String namespace, List<Change> changes) {
        Set<String> mocks = new LinkedHashSet<>();
        boolean anything = false;
        for (Change change : changes) {
            if (change.kind() == Change.Kind.MOCK) {
                mocks.add(change.id());
            }
            anything |= change.kind() == Change.Kind.NAMESPACE
                    || change.kind() == Change.Kind.MOCK && change.id().isEmpty();
        }
        Optional<Namespace> open = namespaces.find(namespace);
        if (open.isPresent() && !open.get().isShared()) {
            return; // an overlay that happens to have the name
        }
        if (anything || open.isEmpty()) {
            load(namespace);
        } else if (!mocks.isEmpty()) {
            takeOver(open.get(), mocks, changes.get(changes.size() - 1).revision());
        }
    }

    /** Opens, reads or closes a namespace, as the repository has it. */
    private void load(String namespace) {
        Optional<Namespace> open = namespaces.find(namespace);
        if (open.isPresent() && !open.get().isShared()) {
            return;
        }
        if (repository.namespaces().names().contains(namespace)) {
            open.ifPresentOrElse(this::load, () -> namespaces.openExisting(namespace));
        } else {
            open.ifPresent(namespaces::close);
        }
    }

    private void takeOver(Namespace namespace, Set<String> mocks, long revision) {
        List<StoredMock> found = repository.mocks().findAll(namespace.name(), mocks);
        Set<String> absent = new HashSet<>(mocks);
        found.forEach(mock -> absent.remove(mock.id()));
        namespace.takeOver(found, absent, revision);
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
