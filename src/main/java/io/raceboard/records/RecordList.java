package io.raceboard.records;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.raceboard.desk.Empty;
import io.raceboard.page.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Search, filters, a table and its pages. What is shown is in the address, so that going back and links work. */
class RecordList<R> extends Composite<Div> {

    private static final String DOWN = "-";

    private final Words words;
    private final String path;
    private final String firstSort;
    private final Function<Asked, Listed<R>> find;
    private final TextField search = new TextField();
    private final Map<String, Select<Filter.Option>> filters = new LinkedHashMap<>();
    private final RowTable<R> table;
    private final Div empty = new Div();
    private final Div pager = new Div();
    private boolean entering;
    private Asked asked;

    /**
     * @param path of the page
     * @param firstSort the sort when nobody chose one, with a dash before it for descending
     */
    RecordList(Words words, String path, String label, List<Column<R>> columns, List<Filter> narrowing,
            String firstSort, Function<Asked, Listed<R>> find) {
        this.words = words;
        this.path = path;
        this.firstSort = firstSort;
        this.find = find;
        this.asked = new Asked("", Map.of(), firstSort, false, 0, words.lang());
        table = new RowTable<>(label, columns, key -> {
            boolean down = asked.sort().equals(key) && !asked.descending();
            go(down ? DOWN + key : key, 0);
        });
        search.setLabel(words.say("records.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addFocusShortcut(Key.KEY_F, KeyModifier.ALT);
        search.addValueChangeListener(typed -> narrowed());
        var bar = new Div(search);
        bar.addClassName("desk-filter");
        narrowing.forEach(filter -> bar.add(select(filter)));
        pager.addClassName("pager");
        getContent().add(bar, table, empty, pager);
    }

    private Select<Filter.Option> select(Filter filter) {
        var select = new Select<Filter.Option>();
        select.setLabel(filter.label());
        select.setItems(filter.options());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.say("records.all"));
        select.setItemLabelGenerator(o -> o == null ? words.say("records.all") : o.text());
        select.addValueChangeListener(chosen -> narrowed());
        filters.put(filter.name(), select);
        return select;
    }

    /** Shows what the address asks for; what it cannot have is left out. */
    void enter(BeforeEnterEvent entered) {
        var parameters = entered.getLocation().getQueryParameters();
        entering = true;
        search.setValue(parameters.getSingleParameter("q").orElse(""));
        filters.forEach((name, select) -> select.setValue(parameters.getSingleParameter(name)
                .flatMap(code -> select.getListDataView().getItems().filter(o -> o.code().equals(code)).findFirst())
                .orElse(null)));
        entering = false;
        var sort = parameters.getSingleParameter("sort").orElse(firstSort);
        boolean down = sort.startsWith(DOWN);
        int page = parameters.getSingleParameter("page").filter(p -> p.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt).orElse(1);
        asked = new Asked(search.getValue(), chosen(), down ? sort.substring(1) : sort, down, page - 1, words.lang());
        show();
    }

    private Map<String, String> chosen() {
        var chosen = new LinkedHashMap<String, String>();
        filters.forEach((name, select) -> {
            if (select.getValue() != null) {
                chosen.put(name, select.getValue().code());
            }
        });
        return chosen;
    }

    private void narrowed() {
        if (!entering) {
            go((asked.descending() ? DOWN : "") + asked.sort(), 0);
        }
    }

    private void go(String sort, int page) {
        var wanted = new LinkedHashMap<>(chosen());
        if (!search.getValue().isBlank()) {
            wanted.put("q", search.getValue().strip());
        }
        if (!sort.equals(firstSort)) {
            wanted.put("sort", sort);
        }
        if (page > 0) {
            wanted.put("page", String.valueOf(page + 1));
        }
        getUI().ifPresent(ui -> ui.navigate(path, QueryParameters.simple(wanted)));
    }

    private void show() {
        var found = find.apply(asked);
        table.show(found.rows(), asked.sort(), asked.descending());
        table.setVisible(!found.rows().isEmpty());
        empty.removeAll();
        if (found.rows().isEmpty()) {
            boolean narrowed = !asked.text().isBlank() || !asked.filters().isEmpty() || asked.page() > 0;
            empty.add(new Empty(words.say(narrowed ? "records.none-found" : "records.none")));
        }
        int pages = (found.total() + Asked.PAGE - 1) / Asked.PAGE;
        var sort = (asked.descending() ? DOWN : "") + asked.sort();
        pager.removeAll();
        if (!found.rows().isEmpty()) {
            pager.add(new Span(words.say("records.count", found.total())));
        }
        if (pages > 1) {
            var back = new Button(words.say("records.page.back"), click -> go(sort, asked.page() - 1));
            back.setEnabled(asked.page() > 0);
            var on = new Button(words.say("records.page.on"), click -> go(sort, asked.page() + 1));
            on.setEnabled(asked.page() + 1 < pages);
            pager.add(back, new Span(words.say("records.page", asked.page() + 1, pages)), on);
        }
    }
}
