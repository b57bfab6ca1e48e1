package io.raceboard.board;

import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Who counted an entity, beside others who did.
 *
 * @param detail what the count means beyond entity and estimator, may be empty
 * @param preferred whether it is the one drawn by default
 * @param from its first period
 * @param to its last period
 */
public record Estimate(String key, String entity, String estimator, String detail, boolean preferred, int values,
        String from, String to) {

    /** One line for each series, entities in their order, preferred ones first. */
    static List<Estimate> of(Collection<Series> series, Words words) {
        var order = series.stream().map(s -> s.entity().slug()).distinct().toList();
        return series.stream().filter(s -> !s.readings().isEmpty())
                .sorted(Comparator.comparingInt((Series s) -> order.indexOf(s.entity().slug()))
                        .thenComparingInt(Series::preference))
                .map(s -> new Estimate(s.key().replace(':', '-'), s.entity().title().in(words.lang()),
                        s.estimator().title().in(words.lang()), s.title() == null ? "" : s.title().in(words.lang()),
                        s.preference() == 1, s.readings().size(),
                        s.readings().getFirst().period().label(words.lang()),
                        s.readings().getLast().period().label(words.lang())))
                .toList();
    }
}
