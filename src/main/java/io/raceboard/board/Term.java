package io.raceboard.board;

import io.raceboard.catalog.Indicator;
import io.raceboard.page.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that readers may not know, each with the ways it is written in titles, units and methods. */
public enum Term {
    H100E("H100e", "H100-equivalent", "H100 当量"),
    OPEN_WEIGHTS("open-weight", "open model", "开放权重", "开放模型"),
    STYLE_CONTROL("style control", "style-controlled", "风格控制"),
    TOKEN("token", "词元"),
    ECI("Capabilities Index", "能力指数"),
    GIGAWATT("gigawatt", "GW", "吉瓦"),
    TERAWATT_HOUR("terawatt-hour", "TWh", "太瓦时"),
    NET_CHANGE("net change", "净变化"),
    AC_DC("(AC)", "(DC)", ", AC", "module rating", "交流侧", "直流"),
    FULL_LOAD_HOURS("full-load hours", "utilisation", "利用小时"),
    RESERVE_MARGIN("reserve margin", "备用"),
    HBM("HBM", "high-bandwidth memory", "高带宽内存"),
    COWOS("CoWoS", "advanced packaging", "先进封装"),
    MEDIAN("median", "中位数"),
    PARTIAL(),
    ESTIMATE(),
    PROJECTION(),
    INTERVAL("interval", "区间"),
    PERCENTAGE_POINT("percent", "%", "百分比"),
    SHARE_ALIKE("ODbL");

    private final List<String> written;

    Term(String... written) {
        this.written = List.of(written);
    }

    /** The word used in element ids and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The term in this language. */
    public String title(Words words) {
        return words.say("board.term." + code());
    }

    /** What it means, in a sentence or two. */
    public String meaning(Words words) {
        return words.say("board.term." + code() + ".meaning");
    }

    /** The terms that occur in an indicator's title, subtitle or unit, in either language. */
    static List<Term> of(Indicator indicator) {
        var text = Stream.of(indicator.title(), indicator.subtitle(), indicator.unit().label(),
                        indicator.unit().shortLabel())
                .flatMap(l -> Stream.of(l.en(), l.zh() == null ? "" : l.zh()))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(values()).filter(t -> t.written.stream().anyMatch(text::contains)).toList();
    }
}
