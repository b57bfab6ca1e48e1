package io.raceboard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Notices what happened to the embedded store's file while it was closed, since the engine has no sums of its rows and
 * would show a flipped bit as a number. After the store is closed its length and sum are written beside it; before it
 * is opened again they are compared and taken away. After a sudden end there is none, and nothing to compare.
 */
@Component
class StoreSeal implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSeal.class);
    private static final String WAYS_BACK = "Put a backup back (make restore BACKUP=...), or make the store anew from the "
            + "journal (make rebuild). If you changed the file on purpose, delete the .seal beside it.";

    private final @Nullable Path file;

    StoreSeal(DataFolder data) {
        file = data.file().orElse(null);
        if (file == null || !Files.exists(of(file))) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                throw new DamagedStore("The store %s is gone.".formatted(file), WAYS_BACK);
            }
            if (!Files.readString(of(file)).equals(sum(file))) {
                throw new DamagedStore("The store %s is not as it was when it was closed.".formatted(file),
                        WAYS_BACK);
            }
            Files.delete(of(file));
        } catch (IOException unreadable) {
            throw new DamagedStore("The store %s cannot be read and written: %s.".formatted(file, unreadable.getMessage()),
                    "Check the rights of its folder.");
        }
    }

    /** What says how this store was when it was closed. */
    static Path of(Path store) {
        return store.resolveSibling(store.getFileName() + ".seal");
    }

    @Override
    public void destroy() {
        if (file == null || !Files.exists(file)) {
            return;
        }
        try {
            if (isClosed(file)) {
                Files.writeString(of(file), sum(file), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            }
        } catch (IOException | UncheckedIOException full) {
            LOG.warn("The store is closed, but its sum could not be noted: {}", full.getMessage());
        }
    }

    /** The engine holds a lock on the file of an open store, whichever process opened it. */
    private static boolean isClosed(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private static String sum(Path file) throws IOException {
        var sum = new CRC32C();
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocateDirect(1 << 20);
            while (channel.read(buffer) >= 0) {
                sum.update(buffer.flip());
                buffer.clear();
            }
            return "%d bytes, CRC-32C %08x%n".formatted(channel.size(), sum.getValue());
        }
    }
}
