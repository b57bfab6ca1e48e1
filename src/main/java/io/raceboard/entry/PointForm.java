package io.raceboard.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import io.raceboard.quantity.PeriodText;
import io.raceboard.quantity.Quantity;
import io.raceboard.quantity.Understood;
import io.raceboard.review.ReasonField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form of one value: everything but the value is there already. */
class PointForm extends Composite<Div> {

    private static final int PAUSE = 150;
    /** From here on the zeros are counted for the person. */
    private static final java.math.BigDecimal HARD_TO_COUNT = java.math.BigDecimal.valueOf(1_000_000);

    private final Words words;
    private final CellTexts texts;
    private final Function<Period, @Nullable Point> stored;
    private final LocalDate today;
    private final Runnable changed;
    private final Unit unit;

    private final TextField period = new TextField();
    private final TextField value = new TextField();
    private final TextField low = new TextField();
    private final TextField high = new TextField();
    private final Select<Status> status = new Select<>();
    private final Checkbox partial = new Checkbox();
    private final TextArea note = new TextArea();
    private final SourceField source;
    private final ReasonField reason;
    private final Paragraph correcting = new Paragraph();
    private int seen;
    private @Nullable Point opened;
    private boolean quiet;

    /**
     * @param stored the value that the store holds for a period; null for none
     * @param changed told after every change of a field
     */
    PointForm(Words words, CellTexts texts, SourceField source, Function<Period, @Nullable Point> stored,
            LocalDate today, Runnable changed) {
        this.words = words;
        this.texts = texts;
        this.unit = texts.unit();
        this.source = source;
        this.stored = stored;
        this.today = today;
        this.changed = changed;
        this.reason = new ReasonField(words);
        build();
    }

    private void build() {
        number(value, "value");
        number(low, "low");
        number(high, "high");
        var symbol = unit.shortLabel().in(words.lang());
        if (!symbol.isEmpty()) {
            value.setSuffixComponent(new Span(symbol));
        }
        value.setAutofocus(true);
        value.addClassName("entry-value");
        text(period, "period");
        period.addValueChangeListener(change -> {
            if (!quiet) {
                takeUp();
            }
        });
        status.setLabel(words.say("entry.column.status"));
        status.setItems(Status.values());
        status.setItemLabelGenerator(s -> words.say("chart.word." + s.code()));
        status.setManualValidation(true);
        partial.setLabel(words.say("entry.partial"));
        note.setLabel(words.say("entry.column.note"));
        note.setMaxLength(4000);
        note.setMinRows(1);
        note.setMaxRows(5);
        note.setManualValidation(true);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        correcting.addClassName("entry-correcting");
        correcting.setVisible(false);
        reason.setVisible(false);
        status.addValueChangeListener(change -> touched(status));
        partial.addValueChangeListener(change -> touched(partial));
        note.addValueChangeListener(change -> touched(note));
        source.addValueChangeListener(change -> touched(source));
        reason.addValueChangeListener(change -> tell());
        var numbers = row("entry-numbers", low, high);
        var known = row("entry-known", period, status);
        getContent().addClassName("entry-form");
        getContent().add(known, partial, correcting, value, numbers, source, note, reason);
    }

    private void touched(Component field) {
        clearFault(field);
        tell();
    }

    private static Div row(String style, Component... fields) {
        var row = new Div(fields);
        row.addClassName(style);
        return row;
    }

    private void text(TextField field, String key) {
        field.setLabel(words.say("entry.column." + key));
        field.setManualValidation(true);
        field.setAutoselect(true);
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.setWidthFull();
    }

    private void number(TextField field, String key) {
        text(field, key);
        field.addValueChangeListener(change -> {
            echo(field);
            tell();
        });
    }

    /** Says how the number was read, or why not, while it is typed. */
    private void echo(TextField field) {
        var read = texts.number(field.getValue());
        field.setHelperText(read instanceof Understood understood && !isPlain(understood)
                ? understood.echo(words) : "");
        field.setInvalid(false);
        var fault = texts.fault(Column.VALUE, field.getValue());
        if (fault != null) {
            object(field, fault.in(words));
        } else {
            checkOrder();
        }
    }

    private static boolean isPlain(Understood understood) {
        return understood.typed().equals(Point.text(understood.amount())) && understood.amount().abs().compareTo(HARD_TO_COUNT) < 0;
    }

    private void checkOrder() {
        var amount = texts.amount(value.getValue());
        order(low, amount, -1, "entry.fault.low-above-value");
        order(high, amount, 1, "entry.fault.high-below-value");
    }

    private void order(TextField bound, java.math.@Nullable BigDecimal amount, int side, String key) {
        var limit = texts.amount(bound.getValue());
        if (limit != null && amount != null && limit.compareTo(amount) * side < 0) {
            object(bound, words.say(key, Point.text(limit), Point.text(amount)));
        } else if (texts.fault(Column.VALUE, bound.getValue()) == null) {
            bound.setInvalid(false);
        }
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    /** Opens the form for this period; what was typed before is gone. */
    void open(Period next, @Nullable Point last) {
        quiet = true;
        period.setValue(next.text());
        value.clear();
        low.clear();
        high.clear();
        note.clear();
        reason.clear();
        reason.setVisible(false);
        status.setValue(last == null || last.withdrawn() ? Status.ACTUAL : last.status());
        partial.setValue(Periods.isRunning(next, today));
        if (last != null) {
            source.find(last.source()).ifPresent(source::setValue);
        }
        quiet = false;
        List.of(period, value, low, high, note).forEach(this::clearFault);
        takeUp();
    }

    /** Another period: where the store holds a value for it, the form corrects that one. */
    private void takeUp() {
        var read = PeriodText.read(period.getValue());
        period.setInvalid(false);
        if (read.isEmpty()) {
            opened = null;
            seen = 0;
            period.setHelperText("");
            correcting.setVisible(false);
            if (!period.isEmpty()) {
                object(period, words.say("entry.fault.no-such-period", period.getValue()));
            }
            tell();
            return;
        }
        var label = read.get().label(words.lang());
        period.setHelperText(label.equals(period.getValue()) ? "" : label);
        var point = stored.apply(read.get());
        seen = point == null ? 0 : point.vintage();
        var before = opened;
        opened = point;
        boolean untouched = value.isEmpty() || before != null && value.getValue().equals(before.text(Column.VALUE));
        quiet = true;
        if (point != null && !point.withdrawn()) {
            if (untouched) {
                fill(point);
            }
            correcting.setText(words.say("entry.correcting", label, Numbers.full(point.amount(), unit, words.lang())));
        } else if (untouched && before != null) {
            List.of(value, low, high).forEach(TextField::clear);
            note.clear();
        }
        if (point == null || point.withdrawn()) {
            partial.setValue(Periods.isRunning(read.get(), today));
        }
        partial.setVisible(partial.getValue() || Periods.isRunning(read.get(), today));
        quiet = false;
        boolean corrects = point != null && !point.withdrawn();
        correcting.setVisible(corrects);
        reason.setVisible(corrects || !reason.isEmpty());
        tell();
    }

    private void fill(Point point) {
        value.setValue(point.text(Column.VALUE));
        low.setValue(point.text(Column.LOW));
        high.setValue(point.text(Column.HIGH));
        note.setValue(point.text(Column.NOTE));
        status.setValue(point.status());
        partial.setValue(point.partial());
        source.find(point.source()).ifPresent(source::setValue);
    }

    /** What of it a chart could draw; empty while there is no value. */
    Optional<ObservationDraft> sketch(SeriesKey series) {
        var read = PeriodText.read(period.getValue());
        var amount = texts.amount(value.getValue());
        return read.isEmpty() || amount == null ? Optional.empty() : Optional.of(draft(series, read.get()));
    }

    /** What is to be saved; empty when something is wrong with it, which the fields then say. */
    Optional<ObservationDraft> read(SeriesKey series) {
        var read = PeriodText.read(period.getValue());
        if (read.isEmpty()) {
            object(period, words.say("entry.fault.no-such-period", period.getValue()));
        }
        if (texts.number(value.getValue()) instanceof Quantity.Nothing) {
            object(value, words.say("entry.fault.type-value"));
        }
        if (source.isEmpty()) {
            object(source, words.say("entry.fault.missing-source"));
        }
        var wrong = firstWrong();
        if (wrong.isPresent()) {
            focus(wrong.get());
            return Optional.empty();
        }
        return Optional.of(draft(series, read.orElseThrow()));
    }

    private ObservationDraft draft(SeriesKey series, Period read) {
        return new ObservationDraft(series.indicator(), series.entity(), series.estimator(), read.text(),
                texts.amount(value.getValue()), texts.amount(low.getValue()), texts.amount(high.getValue()),
                status.getValue() == null ? Status.ACTUAL.code() : status.getValue().code(), partial.getValue(), false,
                source.isEmpty() ? "" : source.getValue().slug(), note.getValue().isBlank() ? null : note.getValue().strip(),
                seen);
    }

    private Optional<Component> firstWrong() {
        return java.util.stream.Stream.<Component>of(period, value, low, high, status, source, note)
                .filter(c -> ((HasValidation) c).isInvalid()).findFirst();
    }

    /** Puts the ledger's faults next to the fields that they are about; true when all found a place. */
    boolean show(List<Fault> faults) {
        boolean all = true;
        for (var fault : faults) {
            var field = field(fault);
            if (field == null) {
                all = false;
            } else {
                object(field, Faulty.say(fault, words));
            }
        }
        firstWrong().ifPresent(PointForm::focus);
        return all;
    }

    private @Nullable Component field(Fault fault) {
        if (fault.kind() != Fault.Kind.OBSERVATION) {
            return fault.kind() == Fault.Kind.SOURCE ? source : null;
        }
        return switch (fault.field()) {
            case "period" -> period;
            case "value" -> value;
            case "low" -> low;
            case "high" -> high;
            case "status" -> status;
            case "source" -> source;
            case "note" -> note;
            default -> null;
        };
    }

    /** The save needs a reason: surprises are told and the field for it is focused. */
    void askReason(List<String> surprises) {
        reason.setVisible(true);
        reason.askFor(surprises);
    }

    String reason() {
        return reason.getValue();
    }

    private static void object(Component field, String why) {
        var told = (HasValidation) field;
        told.setErrorMessage(why);
        told.setInvalid(true);
    }

    private void clearFault(Component field) {
        if (field instanceof HasValidation told) {
            told.setInvalid(false);
        }
    }

    private static void focus(Component field) {
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }

    /** Ready to be typed over. */
    void focusValue() {
        value.focus();
        value.getElement().executeJs("setTimeout(() => this.inputElement.select())");
    }

    Optional<Period> period() {
        return PeriodText.read(period.getValue());
    }

    @Nullable Point opened() {
        return opened;
    }

    /** Whether anything would be lost if the form were emptied. */
    boolean isTouched() {
        return opened == null ? !value.isEmpty() || !low.isEmpty() || !high.isEmpty() || !note.isEmpty()
                : !value.getValue().equals(opened.text(Column.VALUE)) || !note.getValue().equals(opened.text(Column.NOTE))
                        || !low.getValue().equals(opened.text(Column.LOW))
                        || !high.getValue().equals(opened.text(Column.HIGH)) || status.getValue() != opened.status();
    }

    /** Says so when somebody else has saved this period since the form was opened; saving then shows both. */
    void lookWhetherChanged() {
        period().ifPresent(shown -> {
            var now = stored.apply(shown);
            if (now != null && !now.withdrawn() && now.vintage() != seen) {
                correcting.setText(words.say("entry.meanwhile", shown.label(words.lang()),
                        Numbers.full(now.amount(), unit, words.lang())));
                correcting.setVisible(true);
            }
        });
    }

    /** Somebody has seen what is there now and wants to write over it. */
    void lookedAt(Point now) {
        seen = now.vintage();
        opened = now;
    }

    /** Texts of all fields by name. */
    Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        kept.put("period", period.getValue());
        for (var column : Column.values()) {
            kept.put(column.key(), text(column));
        }
        kept.put("partial", String.valueOf(partial.getValue()));
        kept.put("reason", reason.getValue());
        kept.put("seen", String.valueOf(seen));
        return kept;
    }

    String text(Column column) {
        return switch (column) {
            case VALUE -> value.getValue();
            case LOW -> low.getValue();
            case HIGH -> high.getValue();
            case STATUS -> status.getValue() == null ? "" : status.getValue().code();
            case NOTE -> note.getValue();
            case SOURCE -> source.isEmpty() ? "" : source.getValue().slug();
        };
    }

    void set(Column column, String text) {
        switch (column) {
            case VALUE -> value.setValue(text);
            case LOW -> low.setValue(text);
            case HIGH -> high.setValue(text);
            case STATUS -> texts.status(text).ifPresent(status::setValue);
            case NOTE -> note.setValue(text);
            case SOURCE -> source.find(text).ifPresent(source::setValue);
        }
    }

    /** Puts back what was kept, and what it was typed over. */
    void restore(Map<String, String> kept) {
        quiet = true;
        period.setValue(kept.getOrDefault("period", period.getValue()));
        quiet = false;
        value.clear();
        takeUp();
        quiet = true;
        for (var column : Column.values()) {
            if (kept.containsKey(column.key())) {
                set(column, kept.get(column.key()));
            }
        }
        partial.setValue(Boolean.parseBoolean(kept.get("partial")));
        reason.setValue(kept.getOrDefault("reason", ""));
        reason.setVisible(reason.isVisible() || !reason.isEmpty());
        seen = Integer.parseInt(kept.getOrDefault("seen", String.valueOf(seen)));
        quiet = false;
        List.of(value, low, high).forEach(this::echo);
    }

    void setReadOnly(boolean readOnly) {
        List.of(period, value, low, high).forEach(f -> f.setReadOnly(readOnly));
        status.setReadOnly(readOnly);
        partial.setReadOnly(readOnly);
        note.setReadOnly(readOnly);
        source.setReadOnly(readOnly);
        reason.setReadOnly(readOnly);
    }
}
