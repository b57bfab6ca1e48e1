package io.raceboard.intake;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Records on disk, each found again by where it lies: what is too much for memory is written once and read by pages. */
class Spool implements Closeable {

    /** Writes or reads one record. */
    interface Write {
        void to(DataOutputStream out) throws IOException;
    }

    interface Read<T> {
        T from(DataInputStream in) throws IOException;
    }

    private final FileChannel file;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream(512);
    private final OutputStream out;
    private long end;

    Spool(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ, StandardOpenOption.WRITE);
        out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(file), 1 << 16);
    }

    /** Where the record lies. */
    long append(Write write) throws IOException {
        record.reset();
        write.to(new DataOutputStream(record));
        long at = end;
        out.write(ByteBuffer.allocate(4).putInt(record.size()).array());
        record.writeTo(out);
        end += 4 + record.size();
        return at;
    }

    /** To be called once, between writing and reading. */
    void finish() throws IOException {
        out.flush();
    }

    <T> T read(long at, Read<T> read) {
        try {
            var length = ByteBuffer.allocate(4);
            fill(length, at);
            var bytes = ByteBuffer.allocate(length.getInt(0));
            fill(bytes, at + 4);
            return read.from(new DataInputStream(new ByteArrayInputStream(bytes.array())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fill(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new java.io.EOFException();
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
