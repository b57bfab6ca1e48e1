package io.raceboard.board;

import io.raceboard.catalog.Lang;
import io.raceboard.chart.ChartView;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Address;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a reader looks at an indicator: everything that its address holds.
 *
 * @param notices a plain sentence for every part of the address that was ignored
 */
record IndicatorView(String slug, Tab tab, ChartView chart, Lang lang, List<String> notices) {

    private static final String FROM = "from";
    private static final String TO = "to";

    /** Reads an address; {@code from} and {@code to}, as the form sends them, become {@code time}. */
    static IndicatorView parse(Address asked, IndicatorSnapshot snapshot, Words words) {
        var notices = new ArrayList<String>();
        var params = timeFromForm(asked.params());
        var parsed = ChartView.parse(params, snapshot, words);
        var tab = Optional.ofNullable(params.get("tab")).flatMap(code -> {
            var known = Tab.find(code);
            if (known.isEmpty()) {
                notices.add(words.say("board.notice.tab", code));
            }
            return known;
        });
        notices.addAll(parsed.notices());
        params.keySet().removeAll(ChartView.PARAMS);
        params.remove("tab");
        notices.addAll(Notices.unknown(params.keySet(), words));
        return new IndicatorView(snapshot.indicator().slug(), tab.orElse(Tab.CHART), parsed.view(), asked.lang(),
                List.copyOf(notices));
    }

    private static Map<String, String> timeFromForm(Map<String, String> asked) {
        var params = new LinkedHashMap<>(asked);
        var from = params.remove(FROM);
        var to = params.remove(TO);
        if (from != null || to != null) {
            params.put("time", (blank(from) ? "earliest" : from.strip()) + ".." + (blank(to) ? "latest" : to.strip()));
        }
        return params;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** The address that opens this view; defaults are left out. */
    Address address() {
        return new Address("/i/" + slug, params(), lang);
    }

    /** The parameters of {@link #address}. */
    Map<String, String> params() {
        var params = new LinkedHashMap<String, String>();
        if (tab != Tab.CHART) {
            params.put("tab", tab.code());
        }
        params.putAll(chart.params());
        return params;
    }

    IndicatorView with(ChartView other) {
        return new IndicatorView(slug, tab, other, lang, notices);
    }

    IndicatorView with(Tab other) {
        return new IndicatorView(slug, other, chart, lang, notices);
    }

    String href() {
        return address().href();
    }
}
