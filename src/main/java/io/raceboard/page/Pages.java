package io.raceboard.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.live.ReadModel;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds and renders public pages; a page is rendered once per address, language and data version, for all readers. */
@Component
public class Pages {

    private static final long MOST_BYTES = 48L << 20;

    private final List<PageKind> kinds;
    private final ReadModel readModel;
    private final NoSuchPage noSuchPage;
    private final Frame frame;
    private final Cache<Key, Document> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, Document document) -> document.weight())
            .build();

    private record Key(String href, String stamp) {
    }

    Pages(List<PageKind> kinds, ReadModel readModel, NoSuchPage noSuchPage, Frame frame) {
        this.kinds = kinds;
        this.readModel = readModel;
        this.noSuchPage = noSuchPage;
        this.frame = frame;
    }

    /** The page at this address; a page that says so where there is none. */
    public Page at(Address address) {
        return kinds.stream()
                .flatMap(kind -> kind.find(address).stream())
                .findFirst()
                .orElseGet(() -> noSuchPage.at(address));
    }

    /** The page at this address as it stands now. */
    public Document document(Address address) {
        return document(at(address), address);
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
        return documents.get(new Key(asked.href(), stamp), key -> {
            var rendered = page.render();
            return new Document(stamp, page.canonical(), rendered, frame.around(page.canonical(), rendered, stamp));
        });
    }
}
