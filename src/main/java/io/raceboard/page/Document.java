package io.raceboard.page;

import java.nio.charset.StandardCharsets;

/**
 * A rendered page with the frame around it, compressed once.
 *
 * @param stamp the newest change that it shows and the day it was made
 * @param body one element, {@code <div id="page">}, with the frame and the content
 */
public record Document(String stamp, Address canonical, Rendered page, String body, byte[] gzip) {

    Document(String stamp, Address canonical, Rendered page, String body) {
        this(stamp, canonical, page, body, Gzip.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    int weight() {
        return gzip.length + body.length();
    }
}
