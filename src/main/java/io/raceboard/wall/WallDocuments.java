package io.raceboard.wall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Gzip;
import io.raceboard.page.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/**
 * A wall with all its slides as one document: rendered once for each version of data and wall, for all its displays.
 */
@Component
class WallDocuments {

    /** Walls in their languages; of each only the newest version is kept, since nobody is answered with another. */
    private static final int MOST = 200;

    private final Showings showings;
    private final Templates templates;
    private final ReadModel readModel;
    private final FrontEnd frontEnd;
    private final Cache<Wall, Document> documents = Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * A rendered wall.
     *
     * @param stamp newest change, day, and version of the wall: what is shown under it never changes
     * @param html one element, {@code <div id="wall">}
     * @param truth by slide: the element id of each number with its text, and of each chart with the address of its data, as
     *     a display ought to paint them
     */
    record Document(String stamp, String html, byte[] gzip, Map<String, Map<String, String>> truth) {
    }

    WallDocuments(Showings showings, Templates templates, ReadModel readModel, FrontEnd frontEnd) {
        this.showings = showings;
        this.templates = templates;
        this.readModel = readModel;
        this.frontEnd = frontEnd;
    }

    /** The version that the wall has now. */
    String stamp(Wall wall) {
        var versions = readModel.versions();
        return versions.stamp(versions.latest()) + "." + wall.version();
    }

    Document document(Wall wall) {
        var stamp = stamp(wall);
        var held = documents.getIfPresent(wall);
        return held != null && held.stamp().equals(stamp) ? held
                : documents.asMap().compute(wall, (key, old) -> old != null && old.stamp().equals(stamp) ? old
                        : render(wall, stamp));
    }

    Document document(Wall wall, Lang lang) {
        return document(wall.lang() == lang ? wall : wall.in(lang));
    }

    private Document render(Wall wall, String stamp) {
        var words = templates.words(wall.lang());
        var html = templates.render("wall/wall.jte", Map.of(
                "words", words,
                "wall", wall,
                "stamp", stamp,
                "savedAt", readModel.versions().savedAt(),
                "today", readModel.versions().today(),
                "slides", showings.of(wall, words)));
        return new Document(stamp, html, Gzip.of(html.getBytes(StandardCharsets.UTF_8)), truth(html));
    }

    /** Read from the very HTML that displays get. */
    private static Map<String, Map<String, String>> truth(String html) {
        return Jsoup.parseBodyFragment(html).select(".slide").stream().collect(Collectors.toUnmodifiableMap(
                slide -> slide.id(),
                slide -> slide.select("[data-value][id], race-chart[id]").stream().collect(Collectors.toUnmodifiableMap(
                        shown -> shown.id(),
                        shown -> shown.hasAttr("src") ? shown.attr("src") : shown.text().replaceAll("\\s+", "")))));
    }

    /** The version of scripts and styles that pages made now load. */
    String build() {
        return frontEnd.build();
    }
}
