package io.raceboard.entry;

import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.quantity.Decimals;
import io.raceboard.quantity.Quantity;
import io.raceboard.quantity.Refused;
import io.raceboard.quantity.Understood;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Understands what people type into the columns of one indicator. Keeps the sources it has looked up. */
class CellTexts {

    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("实际", Status.ACTUAL), Map.entry("实际值", Status.ACTUAL), Map.entry("recorded", Status.ACTUAL),
            Map.entry("估计", Status.ESTIMATE), Map.entry("估计值", Status.ESTIMATE), Map.entry("est", Status.ESTIMATE),
            Map.entry("estimated", Status.ESTIMATE), Map.entry("公布", Status.ANNOUNCED), Map.entry("宣布", Status.ANNOUNCED),
            Map.entry("已宣布", Status.ANNOUNCED), Map.entry("projected", Status.PROJECTION),
            Map.entry("forecast", Status.PROJECTION), Map.entry("预测", Status.PROJECTION));

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Unit unit;
    private final Function<String, Optional<Source>> findSource;
    private final Map<String, Optional<Source>> sources = new HashMap<>();

    /** @param findSource by slug, title or address */
    CellTexts(Unit unit, Function<String, Optional<Source>> findSource) {
        this.unit = unit;
        this.findSource = findSource;
    }

    Unit unit() {
        return unit;
    }

    Quantity number(String text) {
        return Quantity.read(text, unit, Decimals.POINT);
    }

    /** Null for no text and for what is no number. */
    @Nullable BigDecimal amount(String text) {
        return number(text) instanceof Understood understood ? understood.amount() : null;
    }

    Optional<Status> status(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        for (var status : Status.values()) {
            if (status.code().equals(plain)) {
                return Optional.of(status);
            }
        }
        return Optional.ofNullable(STATUSES.get(plain));
    }

    Optional<Source> source(String text) {
        return sources.computeIfAbsent(text.strip(), findSource);
    }

    /** What is wrong with a text in a column; null when nothing is. */
    @Nullable Sentence fault(Column column, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (column) {
            case VALUE, LOW, HIGH -> switch (number(text)) {
                case Refused refused -> refused::sentence;
                case Understood understood when isNoShare(understood.amount()) ->
                        Sentence.of("entry.ledger.share-out-of-range", Point.text(understood.amount()));
                case Understood understood -> null;
                case Quantity.Nothing nothing -> null;
            };
            case STATUS -> status(text).isPresent() ? null : Sentence.of("entry.fault.unknown-word", text);
            case NOTE -> text.length() > 4000 ? Sentence.of("entry.fault.too-long", "4000") : null;
            case SOURCE -> source(text).isPresent() ? null : Sentence.of("entry.fault.unknown-source", text);
        };
    }

    private boolean isNoShare(BigDecimal amount) {
        return unit.isShare() && (amount.signum() < 0 || amount.compareTo(WHOLE) > 0);
    }

    /** Whether both texts say the same in the column. */
    boolean same(Column column, String one, String other) {
        if (one.strip().equals(other.strip())) {
            return true;
        }
        return switch (column) {
            case VALUE, LOW, HIGH -> {
                var a = amount(one);
                var b = amount(other);
                yield a != null && b != null && a.compareTo(b) == 0;
            }
            case STATUS -> status(one).isPresent() && status(one).equals(status(other));
            case NOTE -> false;
            case SOURCE -> source(one).isPresent() && source(one).equals(source(other));
        };
    }
}
