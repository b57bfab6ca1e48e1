package io.raceboard.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;
import io.raceboard.quantity.PeriodText;
import io.raceboard.quantity.Quantity;
import io.raceboard.quantity.Understood;
import io.raceboard.review.ReasonField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one value: they say how they read what is typed, and what is wrong with it. */
class PointFields extends Composite<Div> {

    private static final int PAUSE = 150;
    /** From here on the zeros are counted for the person. */
    private static final BigDecimal HARD_TO_COUNT = BigDecimal.valueOf(1_000_000);

    final TextField period = new TextField();
    final TextField value = new TextField();
    final TextField low = new TextField();
    final TextField high = new TextField();
    final Select<Status> status = new Select<>();
    final Checkbox partial = new Checkbox();
    final TextArea note = new TextArea();
    final SourceField source;
    final ReasonField reason;
    private final Paragraph about = new Paragraph();
    private final Words words;
    private final CellTexts texts;
    private Runnable changed = () -> { };
    private Runnable otherPeriod = () -> { };
    private boolean quiet;

    PointFields(Words words, CellTexts texts, SourceField source) {
        this.words = words;
        this.texts = texts;
        this.source = source;
        reason = new ReasonField(words);
        numbers();
        known();
        note.setLabel(words.say("entry.column.note"));
        note.setMaxLength(4000);
        note.setMinRows(1);
        note.setMaxRows(5);
        note.setManualValidation(true);
        note.setValueChangeMode(ValueChangeMode.LAZY);
        about.addClassName("entry-correcting");
        about.setVisible(false);
        reason.setVisible(false);
        listen();
        getContent().addClassName("entry-form");
        getContent().add(row("entry-known", period, status), partial, about, value, row("entry-numbers", low, high),
                source, note, reason);
    }

    private void numbers() {
        text(value, "value");
        text(low, "low");
        text(high, "high");
        List.of(value, low, high).forEach(field -> field.addValueChangeListener(change -> {
            echo(field);
            tell();
        }));
        var symbol = unit().shortLabel().in(words.lang());
        if (!symbol.isEmpty()) {
            value.setSuffixComponent(new Span(symbol));
        }
        value.setAutofocus(true);
        value.addClassName("entry-value");
    }

    private void known() {
        text(period, "period");
        period.addValueChangeListener(change -> {
            if (!quiet) {
                otherPeriod.run();
            }
        });
        status.setLabel(words.say("entry.column.status"));
        status.setItems(Status.values());
        status.setItemLabelGenerator(s -> words.say("chart.word." + s.code()));
        status.setManualValidation(true);
        partial.setLabel(words.say("entry.partial"));
    }

    private void text(TextField field, String key) {
        field.setLabel(words.say("entry.column." + key));
        field.setManualValidation(true);
        field.setAutoselect(true);
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.setWidthFull();
    }

    private void listen() {
        status.addValueChangeListener(change -> touched(status));
        partial.addValueChangeListener(change -> tell());
        note.addValueChangeListener(change -> touched(note));
        source.addValueChangeListener(change -> touched(source));
        reason.addValueChangeListener(change -> tell());
    }

    private static Div row(String style, Component... fields) {
        var row = new Div(fields);
        row.addClassName(style);
        return row;
    }

    /** Told after every change of a field. */
    void onChange(Runnable then) {
        changed = then;
    }

    /** Told when another period was typed. */
    void onPeriod(Runnable then) {
        otherPeriod = then;
    }

    /** Sets fields without telling anybody. */
    void quietly(Runnable act) {
        boolean before = quiet;
        quiet = true;
        act.run();
        quiet = before;
    }

    void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    private <F extends Component & HasValidation> void touched(F field) {
        field.setInvalid(false);
        tell();
    }

    Unit unit() {
        return texts.unit();
    }

    // Reading

    Optional<Period> readPeriod() {
        return PeriodText.read(period.getValue());
    }

    @Nullable BigDecimal amount(TextField field) {
        return texts.amount(field.getValue());
    }

    boolean hasNoValue() {
        return texts.number(value.getValue()) instanceof Quantity.Nothing;
    }

    /** Says how the number was read, or why not, while it is typed. */
    void echo(TextField field) {
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
        return understood.typed().equals(Point.text(understood.amount()))
                && understood.amount().abs().compareTo(HARD_TO_COUNT) < 0;
    }

    private void checkOrder() {
        order(low, -1, "entry.fault.low-above-value");
        order(high, 1, "entry.fault.high-below-value");
    }

    private void order(TextField bound, int side, String key) {
        var limit = amount(bound);
        var middle = amount(value);
        if (limit != null && middle != null && limit.compareTo(middle) * side < 0) {
            object(bound, words.say(key, Point.text(limit), Point.text(middle)));
        } else if (texts.fault(Column.VALUE, bound.getValue()) == null) {
            bound.setInvalid(false);
        }
    }

    // Texts by column

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

    void fill(Point point) {
        for (var column : Column.values()) {
            set(column, point.text(column));
        }
        partial.setValue(point.partial());
    }

    void clearNumbersAndNote() {
        List.of(value, low, high).forEach(TextField::clear);
        note.clear();
    }

    // What is wrong

    /** Says something about the value as a whole; empty for nothing. */
    void say(String text) {
        about.setText(text);
        about.setVisible(!text.isEmpty());
    }

    void object(Component field, String why) {
        var told = (HasValidation) field;
        told.setErrorMessage(why);
        told.setInvalid(true);
    }

    void clearFaults() {
        fields().forEach(field -> ((HasValidation) field).setInvalid(false));
    }

    private Stream<Component> fields() {
        return Stream.of(period, value, low, high, status, source, note);
    }

    boolean isAnyWrong() {
        return fields().anyMatch(field -> ((HasValidation) field).isInvalid());
    }

    void focusFirstWrong() {
        fields().filter(field -> ((HasValidation) field).isInvalid()).findFirst().ifPresent(field -> {
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        });
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
        focusFirstWrong();
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

    /** Ready to be typed over. */
    void focusValue() {
        value.focus();
        value.getElement().executeJs("setTimeout(() => this.inputElement.select())");
    }

    /** A sentence for somebody who works here. */
    String sentence(String key, Object... values) {
        return words.say(key, values);
    }

    Lang lang() {
        return words.lang();
    }
}
