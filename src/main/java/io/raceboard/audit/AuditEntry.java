package io.raceboard.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the log.
 *
 * @param id counts from 1 without a gap
 * @param address network address that the act came from; empty where the program itself acted
 * @param subject what it was done to
 * @param detail what was done, and why
 */
public record AuditEntry(long id, Instant at, AuditKind kind, String actor, String address, String subject,
        String detail, String previousHash, String hash) {

    /** What the hash of this entry must be. */
    String hashOfContent() {
        return hash(id, at, kind, actor, address, subject, detail, previousHash);
    }

    /** Each part goes in with its length, so that no text can be moved from one part to the next unseen. */
    static String hash(long id, Instant at, AuditKind kind, String actor, String address, String subject,
            String detail, String previousHash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(previousHash, String.valueOf(id), at.toString(), kind.code(), actor, address,
                    subject, detail)) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
