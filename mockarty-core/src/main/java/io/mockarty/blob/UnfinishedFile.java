package io.mockarty.blob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file on its way to become a blob: it is written under a name that no key can have, next to where it will be, and
 * moved when it is whole and on the disk. Closing one that was not moved removes it.
 */
final class UnfinishedFile implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedFile.class);

    /** A file that has not grown for so long belongs to a process that is gone. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    /** How often the folder may vanish, because others delete the last blob in it, before we give up. */
    private static final int ATTEMPTS = 100;

    private final Path path;
    private final Path target;
    private final FileChannel channel;

    private UnfinishedFile(Path path, Path target, FileChannel channel) {
        this.path = path;
        this.target = target;
        this.channel = channel;
    }

    static UnfinishedFile create(FileTree tree, String key) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Path target = tree.make(key);
                tree.checkReplaceable(target, key);
                Path path = target.resolveSibling(BlobKeys.RESERVED + UUID.randomUUID());
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new UnfinishedFile(path, target, channel);
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Shows the file to the world, in place of the one before. */
    void finish(FileTree tree, String key) throws IOException {
        channel.force(true);
        channel.close();
        tree.checkReplaceable(target, key);
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        FileTree.sync(target.resolveSibling(""));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    static boolean isOne(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().startsWith(BlobKeys.RESERVED);
    }

    /** Removes a file that a killed process left behind. */
    static void deleteWhenAbandoned(Path file, BasicFileAttributes attributes, Clock clock) {
        if (!attributes.isRegularFile()
                || attributes
                        .lastModifiedTime()
                        .toInstant()
                        .isAfter(clock.instant().minus(ABANDONED_AFTER))) {
            return;
        }
        try {
            if (Files.deleteIfExists(file)) {
                LOG.info("Removed {}, which a killed process had half written", file);
            }
        } catch (IOException e) {
            LOG.warn("{}: left behind half written, and cannot be removed: {}", file, FileTree.reason(e));
        }
    }
}
