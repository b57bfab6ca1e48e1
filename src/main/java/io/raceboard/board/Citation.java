package io.raceboard.board;

import io.raceboard.catalog.Period;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.page.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to cite what is shown.
 *
 * @param plain one line for a footnote
 * @param bibtex an entry for a bibliography
 * @param path the address without the site, as it stands in both; the browser puts the site before it
 */
public record Citation(String plain, String bibtex, String path) {

    private static final int MOST_PUBLISHERS = 3;

    static Citation of(IndicatorSnapshot snapshot, List<Credit> credits, String path, LocalDate seen, Words words) {
        var lang = words.lang();
        var title = snapshot.indicator().title().in(lang);
        var saved = snapshot.changedAt().atZone(ZoneOffset.UTC).toLocalDate();
        var by = credits.stream().map(c -> c.name()).distinct().limit(MOST_PUBLISHERS)
                .collect(Collectors.joining("; "));
        var version = String.valueOf(snapshot.version());
        var plain = words.say("board.cite.plain", title, by, day(saved, words), version, path, day(seen, words));
        var bibtex = """
                @misc{raceboard-%s-%s,
                  title        = {%s},
                  author       = {{Raceboard}},
                  year         = {%d},
                  note         = {%s},
                  howpublished = {\\url{%s}},
                  urldate      = {%s}
                }""".formatted(snapshot.indicator().slug(), version, escaped(title), saved.getYear(),
                escaped(words.say("board.cite.note", by, day(saved, words), version)), path, seen);
        return new Citation(plain, bibtex, path);
    }

    private static String day(LocalDate day, Words words) {
        return Period.parse(day.toString()).label(words.lang());
    }

    /** Characters that mean something to TeX. */
    private static String escaped(String text) {
        return text.replace("\\", "\\textbackslash ").replaceAll("([&%$#_{}])", "\\\\$1").replace("~", "\\~{}")
                .replace("^", "\\^{}");
    }
}
