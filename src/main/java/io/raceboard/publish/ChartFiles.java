package io.raceboard.publish;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.catalog.Lang;
import io.raceboard.chart.Chart;
import io.raceboard.chart.ChartJson;
import io.raceboard.chart.ChartView;
import io.raceboard.chart.Charts;
import io.raceboard.chart.Mark;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import io.raceboard.page.Templates;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvent;
import io.raceboard.policy.PolicyEvents;
import io.raceboard.policy.PolicyPages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The data files that charts draw from: made once per data version, view and language, compressed once, and then handed
 * out as bytes.
 */
@Component
public class ChartFiles {

    private static final String CELL = "cell";
    private static final long MOST_BYTES = 32L << 20;
    /** Versions that nobody draws any more go before the room is needed. */
    private static final Duration UNASKED = Duration.ofMinutes(5);

    /** Asked addresses that are remembered with their file; the files themselves are shared. */
    private static final long MOST_ADDRESSES = 20_000;

    private final ReadModel readModel;
    private final Templates templates;
    private final PolicyEvents events;
    private final Cache<Key, ChartFile> files = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, ChartFile file) -> file.weight())
            .expireAfterAccess(UNASKED)
            .build();
    private final Cache<String, Asked> asked = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(UNASKED).build();

    /** One file: the version covers values and events. */
    private record Key(String slug, String stamp, Map<String, String> view, String cell, Lang lang) {
    }

    private record Asked(Versions versions, ChartFile file) {
    }

    ChartFiles(ReadModel readModel, Templates templates, PolicyEvents events) {
        this.readModel = readModel;
        this.templates = templates;
        this.events = events;
    }

    /** The chart of this view, with the policy events that bear on the indicator where the view wants them. */
    public Chart chart(IndicatorSnapshot snapshot, ChartView view, Words words) {
        var marks = view.events() ? events.of(snapshot.indicator().slug()).stream().map(e -> mark(e, words)).toList()
                : List.<Mark>of();
        return Charts.of(snapshot, view, words, marks, events.today());
    }

    private static Mark mark(PolicyEvent event, Words words) {
        return new Mark(event.starts().start().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli(),
                event.starts().label(words.lang()), event.title().in(words.lang()),
                PolicyPages.event(event, words.lang()));
    }

    /** Where the data of this view are found; a new version of the data has a new address. */
    public String href(IndicatorSnapshot snapshot, ChartView view, Lang lang) {
        var path = "/data/" + snapshot.indicator().slug() + "/" + stamp(snapshot, view) + ".json";
        return new Address(path, view.params(), lang).href();
    }

    /** Where the data of one line of a chart are found, on the axes of the whole chart. */
    public static String cell(String href, String key) {
        return href + (href.contains("?") ? "&" : "?") + CELL + "=" + key;
    }

    /** With the day in it, because of the line of today. */
    private String stamp(IndicatorSnapshot snapshot, ChartView view) {
        var versions = readModel.versions();
        return versions.stamp(view.events() ? Math.max(snapshot.version(), versions.events()) : snapshot.version());
    }

    /** The slug of today of an indicator. */
    String now(String slug) {
        return readModel.catalog().now("indicator", slug);
    }

    /**
     * @param slug of an indicator
     * @param query as sent, without the question mark; may be empty
     * @param params the same, decoded; asked for only when the query is new
     * @return empty when there is no such indicator
     */
    Optional<ChartFile> find(String slug, String query, Supplier<Map<String, String>> params) {
        var versions = readModel.versions();
        var address = slug + "?" + query;
        var known = asked.getIfPresent(address);
        if (known != null && known.versions() == versions) {
            return Optional.of(known.file());
        }
        var file = readModel.indicator(slug).map(snapshot -> file(snapshot, params.get()));
        file.ifPresent(f -> asked.put(address, new Asked(versions, f)));
        return file;
    }

    private ChartFile file(IndicatorSnapshot snapshot, Map<String, String> params) {
        var address = Addresses.of("", params, Lang.EN);
        var words = templates.words(address.lang());
        var view = ChartView.parse(address.params(), snapshot, words).view();
        var stamp = stamp(snapshot, view);
        var cell = address.param(CELL).orElse("");
        var key = new Key(snapshot.indicator().slug(), stamp, view.params(), cell, address.lang());
        return files.get(key, k -> {
            var chart = chart(snapshot, view, words);
            return ChartFile.of(stamp, ChartJson.bytes(Charts.cell(chart, cell).orElse(chart)));
        });
    }
}
