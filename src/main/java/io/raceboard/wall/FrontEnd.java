package io.raceboard.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the browser of a wall is given besides Vaadin's bundle, and the version of it all. */
@Component
class FrontEnd {

    private static final String BUNDLE = "META-INF/VAADIN/webapp/index.html";
    private static final String TEMPLATE = "io/raceboard/templates/wall/JtewallGenerated.class";

    private final byte[] styles = bytes("wall/wall.css");
    private final byte[] worker = bytes("wall/sw.js");
    private final String guard = new String(bytes("wall/guard.js"), StandardCharsets.UTF_8);
    private final String build;

    /** @param given a name for this version instead of the one computed from its parts */
    FrontEnd(@Value("${raceboard.build:}") String given) {
        this.build = given.isBlank() ? computed() : given;
    }

    byte[] styles() {
        return styles;
    }

    /** The service worker, which is a new one with each version. */
    byte[] worker() {
        return ("const BUILD = '" + build + "';\n" + new String(worker, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The script that watches over the start of all others. */
    String guard() {
        return guard;
    }

    /** Another value when any script, style or template of walls is another. */
    String build() {
        return build;
    }

    private String computed() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List.of(styles, worker, guard.getBytes(StandardCharsets.UTF_8), bytesOrNone(BUNDLE), bytesOrNone(TEMPLATE))
                    .forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String resource) {
        try (var in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The bundle is only there when it was built for production. */
    private static byte[] bytesOrNone(String resource) {
        return new ClassPathResource(resource).exists() ? bytes(resource) : new byte[0];
    }
}
