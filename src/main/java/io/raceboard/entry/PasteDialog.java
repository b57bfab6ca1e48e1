package io.raceboard.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.catalog.Period;
import io.raceboard.entry.Row.State;
import io.raceboard.entry.Sheet.Place;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Shows cell by cell what a pasted block would change, before anything is taken over. */
class PasteDialog extends Dialog {

    private static final int MOST_LISTED = 50;

    private final Words words;
    private final Sheet sheet;
    private final SheetJson json;
    private final List<List<String>> block;
    private final Place at;
    private final UnaryOperator<Period> after;
    private final Consumer<Map<Place, String>> take;
    private final RaceSheet preview;
    private final Paragraph summary = new Paragraph();
    private final Div misfits = new Div();
    private final Button all = new Button();
    private final Button good = new Button();
    private Paste paste;
    private List<Row> rows = List.of();

    PasteDialog(Words words, Sheet sheet, SheetJson json, List<List<String>> block, Place at,
            UnaryOperator<Period> after, Consumer<Map<Place, String>> take) {
        this.words = words;
        this.sheet = sheet;
        this.json = json;
        this.block = block;
        this.at = at;
        this.after = after;
        this.take = take;
        this.preview = new RaceSheet(new RaceSheet.Hands() { }, json);
        this.paste = Paste.of(block, at, after, Optional.empty());
        setHeaderTitle(words.say("entry.paste.title"));
        addClassName("entry-paste");
        setWidth("min(72rem, 96vw)");
        setHeight("min(46rem, 92vh)");
        setResizable(true);
        summary.getElement().setAttribute("role", "status");
        misfits.addClassName("entry-misfits");
        var byPeriod = new Checkbox(words.say("entry.paste.by-period"), paste.byPeriod());
        byPeriod.addValueChangeListener(change -> look(change.getValue()));
        var body = new Div(summary, byPeriod, misfits, preview);
        body.addClassName("entry-paste-body");
        add(body);
        all.addThemeVariants(ButtonVariant.PRIMARY);
        all.addClickListener(click -> done(false));
        all.setAutofocus(true);
        good.addClickListener(click -> done(true));
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), good, all);
        look(paste.byPeriod());
    }

    private void look(boolean byPeriod) {
        paste = Paste.of(block, at, after, Optional.of(byPeriod));
        rows = sheet.preview(paste.texts());
        var cells = cells();
        long faulty = paste.misfits().size()
                + rows.stream().flatMap(row -> row.cells().values().stream()).filter(c -> c.fault() != null).count();
        summary.setText(words.say("entry.paste.summary", text(rows.size()), text(cells.getOrDefault(State.NEW, 0L)),
                text(cells.getOrDefault(State.CHANGED, 0L) + cells.getOrDefault(State.WITHDRAWN, 0L)),
                text(cells.getOrDefault(State.SAME, 0L)), text(faulty)));
        misfits.removeAll();
        misfits.setVisible(!paste.misfits().isEmpty());
        if (!paste.misfits().isEmpty()) {
            var list = new UnorderedList();
            paste.misfits().stream().limit(MOST_LISTED).forEach(m -> list.add(new ListItem(words.say(
                    "entry.paste.misfit", text(m.line()), m.why().in(words)))));
            if (paste.misfits().size() > MOST_LISTED) {
                list.add(new ListItem(words.say("entry.paste.more", text(paste.misfits().size() - MOST_LISTED))));
            }
            misfits.add(list);
        }
        boolean nothing = cells.getOrDefault(State.NEW, 0L) + cells.getOrDefault(State.CHANGED, 0L)
                + cells.getOrDefault(State.WITHDRAWN, 0L) == 0;
        all.setText(words.say("entry.paste.take", text(rows.size())));
        all.setEnabled(faulty == 0 && !nothing);
        good.setText(words.say("entry.paste.take-good"));
        good.setVisible(faulty > 0);
        good.setEnabled(!nothing);
        preview.show(json.whole(words.say("entry.paste.title"), rows, List.of(), true));
    }

    /** How many pasted cells are new, changed, the same or faulty. */
    private Map<State, Long> cells() {
        var count = new LinkedHashMap<State, Long>();
        var byPeriod = new LinkedHashMap<Period, Row>();
        rows.forEach(row -> byPeriod.put(row.period(), row));
        paste.texts().keySet().forEach(place -> {
            var cell = byPeriod.get(place.period()).cell(place.column());
            count.merge(cell.fault() != null ? State.FAULTY : cell.state(), 1L, Long::sum);
        });
        return count;
    }

    private void done(boolean goodLinesOnly) {
        var taken = new LinkedHashMap<>(paste.texts());
        if (goodLinesOnly) {
            var faulty = new ArrayList<Period>();
            rows.stream().filter(row -> row.state() == State.FAULTY).forEach(row -> faulty.add(row.period()));
            taken.keySet().removeIf(place -> faulty.contains(place.period()));
        }
        close();
        take.accept(taken);
    }

    private static String text(long number) {
        return io.raceboard.page.Numbers.full(java.math.BigDecimal.valueOf(number));
    }
}
