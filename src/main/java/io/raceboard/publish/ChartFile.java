package io.raceboard.publish;

import io.raceboard.page.Gzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * One chart as bytes, held compressed.
 *
 * @param stamp the newest change it shows and the day it was made
 * @param etag strong, of the compressed form, with quotes
 */
record ChartFile(String stamp, byte[] gzip, String etag) {

    private static final int ETAG_BYTES = 12;

    static ChartFile of(String stamp, byte[] json) {
        return new ChartFile(stamp, Gzip.of(json), "\"" + hash(json) + "\"");
    }

    /** For the few who do not take gzip. */
    byte[] plain() {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(this.gzip))) {
            return gzip.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Another form of the same file needs another strong tag. */
    String plainEtag() {
        return etag.substring(0, etag.length() - 1) + "-plain\"";
    }

    int weight() {
        return gzip.length;
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
