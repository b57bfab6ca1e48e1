package io.raceboard.entry;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.page.Numbers;
import io.raceboard.review.TypedHere;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of one value: everything but the value is there already. Where the store holds a value of the typed period,
 * the form corrects that one, and knows which vintage it was typed over.
 */
class PointForm extends Composite<Div> {

    private final PointFields fields;
    private final Function<Period, @Nullable Point> stored;
    private final LocalDate today;
    private int seen;
    private @Nullable Point opened;

    /**
     * @param stored the value that the store holds for a period; null for none
     * @param changed told after every change of a field
     */
    PointForm(PointFields fields, Function<Period, @Nullable Point> stored, LocalDate today, Runnable changed) {
        this.fields = fields;
        this.stored = stored;
        this.today = today;
        fields.onChange(changed);
        fields.onPeriod(this::takeUp);
        getContent().add(fields);
    }

    /** Opens the form for this period; what was typed before is gone. */
    void open(Period next, @Nullable Point last) {
        fields.quietly(() -> {
            fields.period.setValue(next.text());
            fields.clearNumbersAndNote();
            fields.reason.clear();
            fields.reason.setVisible(false);
            fields.status.setValue(last == null || last.withdrawn() ? Status.ACTUAL : last.status());
            fields.partial.setValue(Periods.isRunning(next, today));
            if (last != null) {
                fields.set(Column.SOURCE, last.source());
            }
        });
        fields.clearFaults();
        takeUp();
    }

    /** Another period: where the store holds a value for it, the form corrects that one. */
    private void takeUp() {
        fields.period.setInvalid(false);
        fields.readPeriod().ifPresentOrElse(this::takeUp, () -> {
            opened = null;
            seen = 0;
            fields.period.setHelperText("");
            fields.say("");
            if (!fields.period.isEmpty()) {
                fields.object(fields.period, fields.sentence("entry.fault.no-such-period", fields.period.getValue()));
            }
        });
        fields.tell();
    }

    private void takeUp(Period period) {
        var label = period.label(fields.lang());
        fields.period.setHelperText(label.equals(fields.period.getValue()) ? "" : label);
        var point = stored.apply(period);
        boolean corrects = point != null && !point.withdrawn();
        boolean running = Periods.isRunning(period, today);
        var before = opened;
        boolean untouched = fields.value.isEmpty()
                || before != null && fields.value.getValue().equals(before.text(Column.VALUE));
        opened = point;
        seen = point == null ? 0 : point.vintage();
        fields.quietly(() -> {
            if (corrects && untouched) {
                fields.fill(point);
            } else if (!corrects && untouched && before != null) {
                fields.clearNumbersAndNote();
            }
            if (!corrects) {
                fields.partial.setValue(running);
            }
        });
        fields.partial.setVisible(fields.partial.getValue() || running);
        fields.say(corrects ? fields.sentence("entry.correcting", label,
                Numbers.full(point.amount(), fields.unit(), fields.lang())) : "");
        fields.reason.setVisible(corrects || !fields.reason.isEmpty());
    }

    // Reading

    /** What of it a chart could draw; empty while there is no value. */
    Optional<ObservationDraft> sketch(SeriesKey series) {
        return fields.amount(fields.value) == null ? Optional.empty()
                : fields.readPeriod().map(period -> draft(series, period));
    }

    /** What is to be saved; empty when something is wrong with it, which the fields then say. */
    Optional<ObservationDraft> read(SeriesKey series) {
        var period = fields.readPeriod();
        if (period.isEmpty()) {
            fields.object(fields.period, fields.sentence("entry.fault.no-such-period", fields.period.getValue()));
        }
        if (fields.hasNoValue()) {
            fields.object(fields.value, fields.sentence("entry.fault.type-value"));
        }
        if (fields.source.isEmpty()) {
            fields.object(fields.source, fields.sentence("entry.fault.missing-source"));
        }
        if (fields.isAnyWrong()) {
            fields.focusFirstWrong();
            return Optional.empty();
        }
        return period.map(read -> draft(series, read));
    }

    private ObservationDraft draft(SeriesKey series, Period period) {
        var note = fields.note.getValue();
        return new ObservationDraft(series.indicator(), series.entity(), series.estimator(), period.text(),
                fields.amount(fields.value), fields.amount(fields.low), fields.amount(fields.high),
                fields.status.isEmpty() ? Status.ACTUAL.code() : fields.text(Column.STATUS), fields.partial.getValue(),
                false, fields.text(Column.SOURCE), note.isBlank() ? null : note.strip(), seen);
    }

    String reason() {
        return fields.reason.getValue();
    }

    String text(Column column) {
        return fields.text(column);
    }

    void set(Column column, String text) {
        fields.set(column, text);
    }

    /** Whether anything would be lost if the form were emptied. */
    boolean isTouched() {
        var typed = List.of(Column.VALUE, Column.LOW, Column.HIGH, Column.NOTE).stream();
        var now = opened;
        return now == null ? typed.anyMatch(column -> !text(column).isEmpty())
                : typed.anyMatch(column -> !text(column).equals(now.text(column)))
                        || fields.status.getValue() != now.status();
    }

    // What stands in the way

    /** Puts the ledger's faults next to the fields that they are about; true when all found a place. */
    boolean show(List<Fault> faults) {
        return fields.show(faults);
    }

    /** The save needs a reason: surprises are told and the field for it is focused. */
    void askReason(List<String> surprises) {
        fields.reason.setVisible(true);
        fields.reason.askFor(surprises);
    }

    void focusValue() {
        fields.focusValue();
    }

    /** Says so when somebody else has saved this period since the form was opened; saving then shows both. */
    void lookWhetherChanged() {
        fields.readPeriod().ifPresent(shown -> {
            var now = stored.apply(shown);
            if (now != null && !now.withdrawn() && now.vintage() != seen) {
                fields.say(fields.sentence("entry.meanwhile", shown.label(fields.lang()),
                        Numbers.full(now.amount(), fields.unit(), fields.lang())));
            }
        });
    }

    /** Somebody has seen what is there now and wants to write over it. */
    void lookedAt(@Nullable Point now) {
        seen = now == null ? 0 : now.vintage();
        opened = now;
    }

    // What was typed is kept

    /** Texts of all fields by name. */
    LinkedHashMap<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        kept.put("period", fields.period.getValue());
        for (var column : Column.values()) {
            kept.put(column.key(), text(column));
        }
        kept.put("partial", String.valueOf(fields.partial.getValue()));
        kept.put("reason", reason());
        kept.put("seen", String.valueOf(seen));
        return kept;
    }

    /** Puts texts over those of some fields; another period brings what the store holds for it. */
    void putBack(Map<String, String> texts) {
        var all = kept();
        if (texts.keySet().stream().noneMatch(all::containsKey)) {
            return;
        }
        all.putAll(texts);
        if (texts.containsKey("period")) {
            all.remove("seen");
        }
        restore(all);
    }

    /** Lets the browser keep what is typed in the fields, too. */
    void watch(TypedHere here) {
        here.watch("period", fields.period);
        here.watch(Column.VALUE.key(), fields.value);
        here.watch(Column.LOW.key(), fields.low);
        here.watch(Column.HIGH.key(), fields.high);
        here.watch(Column.NOTE.key(), fields.note);
        here.watch("reason", fields.reason);
    }

    /** Puts back what was kept, and what it was typed over. */
    void restore(Map<String, String> kept) {
        fields.quietly(() -> {
            fields.period.setValue(kept.getOrDefault("period", fields.period.getValue()));
            fields.value.clear();
            takeUp();
            for (var column : Column.values()) {
                if (kept.containsKey(column.key())) {
                    set(column, kept.get(column.key()));
                }
            }
            fields.partial.setValue(Boolean.parseBoolean(kept.get("partial")));
            fields.reason.setValue(kept.getOrDefault("reason", ""));
            fields.reason.setVisible(fields.reason.isVisible() || !fields.reason.isEmpty());
            seen = Integer.parseInt(kept.getOrDefault("seen", String.valueOf(seen)));
        });
        List.of(fields.value, fields.low, fields.high).forEach(fields::echo);
    }
}
