package io.raceboard.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskWords;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the file is read, what each of its columns is, and what is the same for all rows. */
class ColumnsStep extends ImportStep {

    private final ImportDesk desk;
    private final DeskWords words;
    private final SignedIn signedIn;
    private final Pending file;
    private final Sentences sentences;
    private final Pending.State drawn;
    private final Problem problem = new Problem();
    private final UnorderedList gaps = new UnorderedList();
    private final Div said = new Div(gaps);
    private final Button preview;
    private final ConstantFields constants;

    ColumnsStep(ImportDesk desk, DeskWords words, SignedIn signedIn, Pending file, Runnable leave) {
        this.desk = desk;
        this.words = words;
        this.signedIn = signedIn;
        this.file = file;
        this.drawn = file.state();
        this.sentences = new Sentences(words.words());
        constants = new ConstantFields(words, desk.names(), drawn.mapping(), this::map);
        preview = new Button(words.say("intake.preview"), click -> desk.intake().preview(signedIn.person(), file));
        preview.addThemeVariants(ButtonVariant.PRIMARY);
        preview.setDisableOnClick(true);
        var later = new Button(words.say("intake.later"), click -> leave.run());
        var actions = new Div(preview, later);
        actions.addClassName("intake-actions");
        gaps.addClassName("intake-gaps");
        said.getElement().setAttribute("role", "status");
        add(new FileCard(file), reading(), problem, columns(), constants, series(), said, actions);
        update(drawn);
    }

    /** Choices are made on the screen already; only what follows from them is shown anew. */
    @Override
    final boolean update(Pending.State state) {
        if (state.stage() != Stage.COLUMNS || state.sample() != drawn.sample()) {
            return false;
        }
        problem.show(state.problem() == null ? "" : sentences.of(state.problem()));
        gaps.removeAll();
        var open = state.mapping().gaps(state.sample().header());
        open.forEach(gap -> gaps.add(new ListItem(sentences.of(gap))));
        said.setVisible(!open.isEmpty());
        preview.setEnabled(open.isEmpty());
        constants.showFor(state.mapping());
        return true;
    }

    private Component reading() {
        var reading = drawn.reading();
        var row = new Div();
        row.addClassName("desk-filter");
        if (reading.kind() == FileKind.CSV) {
            row.add(select(words.say("intake.reading.encoding"), reading.encoding(), TextEncoding::title,
                    e -> now().with(e), TextEncoding.values()));
            row.add(select(words.say("intake.reading.delimiter"), reading.delimiter(), this::delimiter,
                    d -> now().with((char) d), Delimiters.ALL.toArray(Character[]::new)));
        } else if (drawn.sample().sheets().size() > 1) {
            var sheets = drawn.sample().sheets();
            row.add(select(words.say("intake.reading.sheet"), reading.sheet(), sheets::get,
                    n -> now().withSheet(n),
                    IntStream.range(0, sheets.size()).boxed().toArray(Integer[]::new)));
        }
        row.add(select(words.say("intake.reading.numbers"), reading.comma(), comma -> comma ? "1.234,5" : "1,234.5",
                comma -> now().withComma(comma), false, true));
        return row;
    }

    private String delimiter(char delimiter) {
        return switch (delimiter) {
            case ',' -> words.say("intake.delimiter.comma");
            case ';' -> words.say("intake.delimiter.semicolon");
            case '\t' -> words.say("intake.delimiter.tab");
            default -> words.say("intake.delimiter.bar");
        };
    }

    @SafeVarargs
    private <T> Select<T> select(String label, T value, com.vaadin.flow.component.ItemLabelGenerator<T> titles,
            java.util.function.Function<T, Reading> change, T... values) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(values);
        select.setItemLabelGenerator(titles);
        select.setValue(value);
        select.addValueChangeListener(changed ->
                desk.intake().read(signedIn.person(), file, change.apply(changed.getValue())));
        return select;
    }

    private Reading now() {
        return file.state().reading();
    }

    private Section columns() {
        var rows = new Div();
        rows.addClassName("intake-columns");
        var header = drawn.sample().header();
        for (int column = 0; column < header.size(); column++) {
            rows.add(column(column, Mapping.title(header, column)));
        }
        return new Section(new H2(words.say("intake.columns.title")),
                new Paragraph(words.say("intake.columns.text")), rows);
    }

    private Div column(int column, String title) {
        var name = new Span(title);
        name.addClassName("intake-name");
        var sample = new Span(drawn.sample().rows().stream().map(row -> row.cell(column)).filter(c -> !c.isBlank())
                .limit(3).map(RowFault::shorten).collect(Collectors.joining(" · ")));
        sample.addClassName("intake-quiet");
        var select = new Select<Field>();
        select.setAriaLabel(words.say("intake.columns.is", title));
        select.setItems(Arrays.asList(Field.values()));
        select.setItemLabelGenerator(field -> field == null ? words.say("intake.columns.choose") : sentences.field(field));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.say("intake.columns.choose"));
        select.setValue(drawn.mapping().columns().get(column));
        select.addValueChangeListener(changed -> map(file.state().mapping().with(column,
                Optional.ofNullable(changed.getValue()))));
        var row = new Div(new Div(name, sample), select);
        row.addClassName("intake-column");
        return row;
    }

    private Checkbox series() {
        var add = new Checkbox(words.say("intake.series.add"), drawn.mapping().addSeries());
        add.addValueChangeListener(changed -> map(file.state().mapping().withSeriesAdded(changed.getValue())));
        return add;
    }

    private void map(Mapping mapping) {
        desk.intake().map(signedIn.person(), file, mapping);
    }
}
