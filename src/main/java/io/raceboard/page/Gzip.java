package io.raceboard.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses what is sent many times, once. */
public final class Gzip {

    private Gzip() {
    }

    public static byte[] of(byte[] plain) {
        var compressed = new ByteArrayOutputStream(plain.length / 4);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
