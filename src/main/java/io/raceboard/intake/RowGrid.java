package io.raceboard.intake;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.DataProvider;
import io.raceboard.catalog.Status;
import io.raceboard.desk.DeskWords;
import io.raceboard.ledger.Verdict.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of one standing, read page by page. */
class RowGrid extends Grid<PreviewRow> {

    /** As many rows as need no scroll bar. */
    static final int FEW = 12;

    private final DeskWords words;

    RowGrid(DeskWords words, Preview preview, Standing standing) {
        super(PreviewRow.class, false);
        this.words = words;
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        column("intake.grid.row", row -> String.valueOf(row.row())).setWidth("5rem").setFlexGrow(0).setFrozen(true);
        column("intake.field.indicator", PreviewRow::indicator).setWidth("13rem");
        column("intake.field.entity", PreviewRow::entity).setWidth("8rem");
        column("intake.field.estimator", PreviewRow::estimator).setWidth("8rem");
        column("intake.field.period", PreviewRow::period).setWidth("7rem").setFlexGrow(0);
        if (standing == Standing.CHANGED) {
            column("intake.grid.change", this::change).setWidth("20rem").setFlexGrow(2);
        } else {
            column("intake.field.value", this::value).setWidth("9rem");
            column("intake.grid.interval", RowGrid::interval).setWidth("8rem");
            column("intake.field.status", row -> status(row.now())).setWidth("7rem");
            column("intake.field.source", row -> row.now().source()).setWidth("11rem");
            column("intake.field.note", row -> row.now().note()).setWidth("12rem");
        }
        addClassName("intake-rows");
        setAllRowsVisible(preview.count(standing) <= FEW);
        setItems(DataProvider.fromCallbacks(
                query -> preview.page(standing, query.getOffset(), query.getLimit()).stream(),
                query -> preview.count(standing)));
    }

    private Column<PreviewRow> column(String title, com.vaadin.flow.function.ValueProvider<PreviewRow, ?> value) {
        return addColumn(value).setHeader(words.words().say(title));
    }

    /** As it will be stored, and as it was written where that is not the same. */
    private String value(PreviewRow row) {
        var typed = row.typed().strip();
        return typed.isEmpty() || typed.equals(row.now().value()) || row.now().value().isEmpty() ? row.now().value()
                : row.now().value() + " (" + typed + ")";
    }

    private static String interval(PreviewRow row) {
        var now = row.now();
        return now.low().isEmpty() && now.high().isEmpty() ? "" : now.low() + " – " + now.high();
    }

    private String status(PreviewRow.Says says) {
        boolean known = Arrays.stream(Status.values()).anyMatch(s -> s.code().equals(says.status()));
        return (known ? words.words().say("board.status." + says.status()) : says.status())
                + (says.partial() ? ", " + words.say("intake.grid.partial") : "");
    }

    /** Only what is not as it was: old and new. */
    private String change(PreviewRow row) {
        var was = row.before();
        var now = row.now();
        if (was == null) {
            return "";
        }
        var parts = new ArrayList<String>();
        add(parts, Field.VALUE, was.withdrawn() ? words.say("intake.grid.withdrawn") : was.value(), value(row),
                was.value().equals(now.value()));
        add(parts, Field.LOW, was.low(), now.low(), was.low().equals(now.low()));
        add(parts, Field.HIGH, was.high(), now.high(), was.high().equals(now.high()));
        add(parts, Field.STATUS, status(was), status(now), status(was).equals(status(now)));
        add(parts, Field.SOURCE, was.source(), now.source(), was.source().equals(now.source()));
        add(parts, Field.NOTE, was.note(), now.note(), was.note().equals(now.note()));
        return String.join("\n", parts);
    }

    private void add(List<String> parts, Field field, String was, String now, boolean same) {
        if (!same) {
            parts.add(words.say("intake.grid.from-to", new Sentences(words.words()).field(field),
                    was.isEmpty() ? "–" : was, now.isEmpty() ? "–" : now));
        }
    }
}
