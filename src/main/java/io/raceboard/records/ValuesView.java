package io.raceboard.records;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.desk.PageHead;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All values of today, among a million as quickly as among ten. The address says what is shown. */
@Route(value = "desk/values", layout = DeskLayout.class)
@Menu(title = "records.values", order = 120)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class ValuesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ValueQueries queries;
    private final PickQueries picks;
    private final Words words;
    private final Map<String, ComboBox<Choice>> records = new LinkedHashMap<>();
    private final TextField search = new TextField();
    private final Select<Status> status = new Select<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final DatePicker since = new DatePicker();
    private final Select<ValueOrder> order = new Select<>();
    private final RowTable<ValueLine> table;
    private final Div rest = new Div();
    private @Nullable ValueSpot after;
    private boolean entering;

    ValuesView(ValueQueries queries, PickQueries picks, DeskWords deskWords) {
        this.queries = queries;
        this.picks = picks;
        words = deskWords.words();
        table = new RowTable<>(words.say("records.values"), columns(), sort -> { });
        rest.addClassName("pager");
        add(new PageHead(words.say("records.values"), words.say("records.values.about")), bar(), table, rest);
    }

    private List<Column<ValueLine>> columns() {
        var lang = words.lang();
        return List.of(
                new Column<>(null, words.say("records.column.series"), v -> Cells.link(PointHistoryView.address(v.key()),
                        String.join(" · ", v.indicator().in(lang), v.entity().in(lang), v.estimator().in(lang)))),
                new Column<>(null, words.say("review.part.period"), v -> Cells.text(v.period().label(lang))),
                new Column<>(null, words.say("review.part.value"), v -> Cells.text(v.amount() == null
                        ? words.say("records.withdrawn") : Numbers.full(v.amount(), v.unit(), lang))),
                new Column<>(null, words.say("records.column.range"), v -> Cells.text(range(v))),
                new Column<>(null, words.say("review.part.status"), v -> Cells.text(Cells.word(words, "value-status",
                        v.status().code()))),
                new Column<>(null, words.say("review.part.source"), v -> Cells.text(v.source())),
                new Column<>(null, words.say("records.column.saved"), v -> Cells.saved(v.saved())));
    }

    private static String range(ValueLine v) {
        return v.low() == null && v.high() == null ? ""
                : (v.low() == null ? "…" : Numbers.full(v.low())) + " – "
                        + (v.high() == null ? "…" : Numbers.full(v.high()));
    }

    private Div bar() {
        search.setLabel(words.say("records.search"));
        search.setPlaceholder(words.say("records.values.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        var bar = new Div(search);
        bar.addClassName("desk-filter");
        bar.add(combo("topic", Kind.TOPIC), combo("indicator", Kind.INDICATOR), combo("entity", Kind.ENTITY), combo("estimator", Kind.ESTIMATOR));
        status.setLabel(words.say("review.part.status"));
        status.setItems(Status.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(words.say("records.all"));
        status.setItemLabelGenerator(s -> s == null ? words.say("records.all")
                : Cells.word(words, "value-status", s.code()));
        from.setLabel(words.say("records.values.from"));
        to.setLabel(words.say("records.values.to"));
        List.of(from, to).forEach(field -> {
            field.setPlaceholder("2025-Q3");
            field.setManualValidation(true);
            field.addClassName("short");
            field.setClearButtonVisible(true);
        });
        since.setLabel(words.say("records.values.since"));
        since.setClearButtonVisible(true);
        order.setLabel(words.say("records.values.order"));
        order.setItems(ValueOrder.values());
        order.setItemLabelGenerator(o -> words.say("records.values.order." + o.code()));
        bar.add(status, from, to, combo("source", Kind.SOURCE), since, order);
        List.<HasValue<?, ?>>of(search, status, from, to, since, order)
                .forEach(field -> field.addValueChangeListener(change -> narrowed()));
        return bar;
    }

    private ComboBox<Choice> combo(String name, Kind kind) {
        var combo = new ComboBox<Choice>(words.say("review.part." + name));
        combo.setPlaceholder(words.say("records.all"));
        combo.setClearButtonVisible(true);
        combo.setItemLabelGenerator(c -> c.title().in(words.lang()));
        combo.setItems(q -> picks.find(kind, q.getFilter().orElse(""), q.getOffset(), q.getLimit()).stream());
        combo.addValueChangeListener(change -> narrowed());
        records.put(name, combo);
        return combo;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        var asked = entered.getLocation().getQueryParameters();
        entering = true;
        search.setValue(asked.getSingleParameter("q").orElse(""));
        records.forEach((name, combo) -> combo.setValue(asked.getSingleParameter(name)
                .flatMap(slug -> picks.named(kind(name), List.of(slug)).stream().findFirst()).orElse(null)));
        status.setValue(asked.getSingleParameter("status").flatMap(code -> Arrays.stream(Status.values())
                .filter(s -> s.code().equals(code)).findFirst()).orElse(null));
        from.setValue(asked.getSingleParameter("from").orElse(""));
        to.setValue(asked.getSingleParameter("to").orElse(""));
        since.setValue(asked.getSingleParameter("since").flatMap(ValuesView::day).orElse(null));
        order.setValue(asked.getSingleParameter("sort").flatMap(ValueOrder::of).orElse(ValueOrder.CHANGED));
        after = asked.getSingleParameter("after").flatMap(ValueSpot::parse).orElse(null);
        entering = false;
        show();
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private void narrowed() {
        if (!entering) {
            go(null);
        }
    }

    private void go(@Nullable ValueSpot from) {
        var wanted = new LinkedHashMap<String, String>();
        put(wanted, "q", search.getValue().strip());
        records.forEach((name, combo) -> put(wanted, name, combo.getValue() == null ? "" : combo.getValue().slug()));
        put(wanted, "status", status.getValue() == null ? "" : status.getValue().code());
        put(wanted, "from", this.from.getValue().strip());
        put(wanted, "to", to.getValue().strip());
        put(wanted, "since", since.getValue() == null ? "" : since.getValue().toString());
        put(wanted, "sort", order.getValue() == ValueOrder.CHANGED ? "" : order.getValue().code());
        put(wanted, "after", from == null ? "" : from.text());
        getUI().ifPresent(ui -> ui.navigate("desk/values", QueryParameters.simple(wanted)));
    }

    private static void put(Map<String, String> wanted, String name, String value) {
        if (!value.isEmpty()) {
            wanted.put(name, value);
        }
    }

    private @Nullable Period period(TextField field) {
        var text = field.getValue().strip();
        var found = Period.find(text);
        boolean wrong = !text.isEmpty() && found.isEmpty();
        field.setInvalid(wrong);
        field.setErrorMessage(wrong ? words.say("records.fault.no-such-period", field.getLabel(), text) : "");
        return found.orElse(null);
    }

    private @Nullable String slug(String name) {
        return records.get(name).getValue() == null ? null : records.get(name).getValue().slug();
    }

    private void show() {
        var filter = new ValueFilter(slug("topic"), slug("indicator"), slug("entity"), slug("estimator"),
                status.getValue(), period(from), period(to), slug("source"),
                since.getValue() == null ? null : since.getValue().atStartOfDay(ZoneOffset.UTC).toInstant(),
                search.getValue());
        var page = queries.page(filter, order.getValue(), after);
        table.show(page.rows(), null, false);
        table.setVisible(!page.rows().isEmpty());
        rest.removeAll();
        page.total().ifPresent(n -> rest.add(new Span(words.say("records.count", n))));
        if (page.rows().isEmpty() && page.complete()) {
            rest.add(new Empty(words.say(after == null ? "records.none-found" : "records.values.end")));
        }
        if (!page.complete()) {
            rest.add(new Span(words.say("records.values.short")));
        }
        if (after != null) {
            rest.add(new Button(words.say("records.page.first"), click -> go(null)));
        }
        if (page.next() != null) {
            rest.add(new Button(words.say(page.complete() ? "records.page.on" : "records.values.further"),
                    click -> go(page.next())));
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("records.values") + " · Raceboard";
    }
}
