package io.raceboard.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * One chart as bytes, held compressed.
 *
 * @param version the data version it shows
 * @param etag strong, of the compressed form, with quotes
 */
record ChartFile(long version, byte[] gzip, String etag) {

    private static final int ETAG_BYTES = 12;

    static ChartFile of(long version, byte[] json) {
        return new ChartFile(version, compress(json), "\"" + hash(json) + "\"");
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

    private static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 4);
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
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
