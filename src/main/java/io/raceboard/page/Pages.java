package io.raceboard.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.live.ReadModel;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds and renders public pages; a page is rendered once per address, language and data version, for all readers. */
@Component
public class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final long MOST_BYTES = 48L << 20;
    /** Versions that nobody reads any more go before the room is needed. */
    private static final Duration UNASKED = Duration.ofMinutes(5);

    private final List<PageKind> kinds;
    private final ReadModel readModel;
    private final InsteadPages instead;
    private final Frame frame;
    private final Cache<Key, Document> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Document document) -> document.weight())
            .expireAfterAccess(UNASKED)
            .build();

    private record Key(String href, String stamp) {
    }

    Pages(List<PageKind> kinds, ReadModel readModel, InsteadPages instead, Frame frame) {
        this.kinds = kinds;
        this.readModel = readModel;
        this.instead = instead;
        this.frame = frame;
    }

    /** The page at this address; a page that says so where there is none. */
    public Page at(Address address) {
        return kinds.stream()
                .flatMap(kind -> kind.find(address).stream())
                .findFirst()
                .orElseGet(() -> instead.noSuch(address));
    }

    /** The page at this address as it stands now; one with status 500 where it cannot be made. */
    public Document document(Address address) {
        try {
            return document(at(address), address);
        } catch (RuntimeException fault) {
            LOG.error("The page {} cannot be shown", address.href(), fault);
            var page = instead.failed(address);
            return document(page, page.render(), stamp(page));
        }
    }

    /** The page's version as its document's address carries it. */
    public String stamp(Page page) {
        var versions = readModel.versions();
        return versions.stamp(page.version(versions));
    }

    /** What the browser's title bar says. */
    public String title(Address address) {
        return document(address).page().title() + " · Raceboard";
    }

    private Document document(Page page, Address asked) {
        // Keyed by what was asked, not by the canonical form: a notice about an ignored parameter belongs to the former.
        var stamp = stamp(page);
        return documents.get(new Key(asked.href(), stamp), key -> document(page, page.render(), stamp));
    }

    private Document document(Page page, Rendered rendered, String stamp) {
        return new Document(stamp, page.canonical(), rendered, frame.around(page.canonical(), rendered, stamp));
    }
}
