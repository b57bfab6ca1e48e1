package io.raceboard.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the browser of a wall is given besides Vaadin's bundle, and the version of it all. */
@Component
class FrontEnd {

    private static final String BUNDLE = "META-INF/VAADIN/webapp/index.html";
    /** What makes the HTML of a wall: templates, words, and the code that fills them. */
    private static final List<String> MAKERS = List.of("classpath*:io/raceboard/templates/**/*.class",
            "classpath*:messages/*.properties", "classpath*:io/raceboard/wall/*.class",
            "classpath*:io/raceboard/board/*.class", "classpath*:io/raceboard/policy/*.class");

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

    /** Another value when any script, style, template or word is another, or the code that fills them. */
    String build() {
        return build;
    }

    private String computed() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List.of(styles, worker, guard.getBytes(StandardCharsets.UTF_8), bytesOrNone(BUNDLE)).forEach(digest::update);
            for (var maker : makers()) {
                digest.update(maker.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In an order that does not depend on the machine. */
    static List<Resource> makers() throws IOException {
        var found = new ArrayList<Resource>();
        for (var pattern : MAKERS) {
            found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
        }
        found.sort(Comparator.comparing(Resource::getFilename).thenComparing(Resource::getDescription));
        return found;
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
