package io.raceboard.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A rendered page with the frame around it, compressed once.
 *
 * @param stamp the newest change that it shows and the day it was made
 * @param body one element, {@code <div id="page">}, with the frame and the content
 */
public record Document(String stamp, Address canonical, Rendered page, String body, byte[] gzip) {

    Document(String stamp, Address canonical, Rendered page, String body) {
        this(stamp, canonical, page, body, compress(body));
    }

    int weight() {
        return gzip.length + body.length();
    }

    private static byte[] compress(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
