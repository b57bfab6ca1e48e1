package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Templates;
import io.raceboard.policy.PolicyEvents;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /search.json?q=&lang=}: the best hits, as a list of title, kind and address. */
@RestController
class SearchFile {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final ReadModel readModel;
    private final Templates templates;
    private final PolicyEvents events;
    private volatile @Nullable Built built;

    /** The index with the versions it was made from. */
    private record Built(long catalog, long events, SearchIndex index) {
    }

    SearchFile(ReadModel readModel, Templates templates, PolicyEvents events) {
        this.readModel = readModel;
        this.templates = templates;
        this.events = events;
    }

    @GetMapping("/search.json")
    ResponseEntity<List<SearchIndex.Hit>> search(@RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "en") String lang) {
        var words = templates.words(Lang.of(lang).orElse(Lang.EN));
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT)).body(index().find(q, words));
    }

    private SearchIndex index() {
        var versions = readModel.versions();
        var known = built;
        if (known != null && known.catalog() == versions.catalog() && known.events() == versions.events()) {
            return known.index();
        }
        var catalog = readModel.catalog();
        var snapshots = readModel.indicators(catalog.indicators().stream().map(Indicator::slug).toList()).values();
        var index = new SearchIndex(catalog, snapshots, events.all(), templates.words(Lang.EN),
                templates.words(Lang.ZH));
        built = new Built(versions.catalog(), versions.events(), index);
        return index;
    }
}
