package io.raceboard.review;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Records, their parts and what is wrong with them, in the words of people. */
@Component
public class RecordNames {

    private final ReadModel board;

    RecordNames(ReadModel board) {
        this.board = board;
    }

    /** {@code Solar capacity added · China · NEA · 2025} instead of {@code solar/cn/nea/2025}. */
    public String of(String key, Words words) {
        var parts = key.split("/");
        if (parts.length != 4 && parts.length != 3) {
            return key;
        }
        var lang = words.lang();
        var snapshot = board.indicator(parts[0]);
        var indicator = snapshot.map(s -> s.indicator().title().in(lang)).orElse(parts[0]);
        var entity = board.catalog().entities().get(parts[1]);
        var estimator = snapshot.flatMap(s -> s.series(parts[1], parts[2]))
                .map(s -> s.estimator().title().in(lang)).orElse(parts[2]);
        var name = String.join(" · ", indicator, entity == null ? parts[1] : entity.shortTitle().in(lang), estimator);
        return parts.length == 3 ? name
                : name + " · " + Period.find(parts[3]).map(p -> p.label(lang)).orElse(parts[3]);
    }

    String of(ProposalItem item, Words words) {
        var title = switch (item.draft()) {
            case IndicatorDraft i -> i.title();
            case EventDraft e -> e.title();
            case io.raceboard.catalog.Topic t -> t.title();
            case io.raceboard.catalog.Entity e -> e.title();
            case io.raceboard.catalog.Estimator e -> e.title();
            case io.raceboard.catalog.Unit u -> u.label();
            case io.raceboard.catalog.Source s -> new Label(s.title(), null);
            default -> null;
        };
        return title == null || title.in(words.lang()).isBlank() ? of(item.key(), words) : title.in(words.lang());
    }

    String kind(Kind kind, Words words) {
        return words.say("review.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    String topic(String slug, Words words) {
        return slug.equals(Touched.SHARED) ? words.say("review.topic.shared")
                : board.catalog().topic(slug).map(t -> t.title().in(words.lang())).orElse(slug);
    }

    static String part(String name, Words words) {
        return or(words, "review.part." + name.replace('_', '-'), name);
    }

    /** A part's contents as people call it: sources by their titles, statuses by their words; empty for nothing. */
    String text(Kind kind, String part, @Nullable Object value, Words words) {
        if (kind == Kind.OBSERVATION && value instanceof String code) {
            return switch (part) {
                case "status" -> or(words, "chart.word." + code, code);
                case "source" -> java.util.Optional.ofNullable(board.catalog().sources().get(code)).map(s -> s.publisher() + " · " + s.title()).orElse(code);
                default -> code;
            };
        }
        return text(value, words);
    }

    /** A part's contents as text; empty for nothing. */
    static String text(@Nullable Object value, Words words) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> plain(number);
            case Number number -> plain(new BigDecimal(number.toString()));
            case Boolean yes -> words.say(yes ? "review.yes" : "review.no");
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        var exact = number.stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }

    /** Through what a change came, in words; a file by its name. */
    public static String origin(String origin, Words words) {
        return origin.startsWith("desk") ? words.say("review.origin.desk")
                : or(words, "review.origin." + origin.replace(' ', '-'), origin);
    }

    static String fault(io.raceboard.ledger.Fault fault, Words words) {
        return or(words, "review.fault." + fault.code(), fault.sentence(), part(fault.field(), words),
                fault.value() == null ? "" : fault.value(), fault.key());
    }

    /** Why something may not be done, with the topics that stand in the way. */
    String obstacle(Obstacle obstacle, Words words) {
        return words.say("review.obstacle." + obstacle.why().code(),
                String.join(", ", obstacle.topics().stream().map(t -> topic(t, words)).toList()));
    }

    private static String or(Words words, String key, String otherwise, Object... values) {
        try {
            return words.say(key, values);
        } catch (NoSuchMessageException none) {
            return otherwise;
        }
    }
}
