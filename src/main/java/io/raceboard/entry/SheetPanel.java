package io.raceboard.entry;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.desk.Confirm;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Toast;
import io.raceboard.entry.Sheet.Place;
import io.raceboard.page.Words;
import io.raceboard.review.ReasonField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The values of a series as a sheet, with what can be done with all that was typed into it. */
class SheetPanel extends Composite<Section> implements RaceSheet.Hands {

    /** Empty lines after the last one, for what comes next. */
    private static final int COMING = 6;

    /** What the page does for the sheet. */
    interface Page {

        /** Something was typed or undone. */
        void sheetChanged();

        void saveSheet(String reason);

        /** There is nothing left to undo in the sheet. */
        void undoSaved();
    }

    private final DeskWords deskWords;
    private final Words words;
    private final Sheet sheet;
    private final SheetJson json;
    private final String label;
    private final Cadence cadence;
    private final LocalDate today;
    private final List<Source> recent;
    private final boolean readOnly;
    private final Page page;
    private final RaceSheet grid;
    private final Span state = new Span();
    private final Button save;
    private final Button undo;
    private final Button redo;
    private final Button discard;
    private final ReasonField reason;

    SheetPanel(DeskWords deskWords, Sheet sheet, CellTexts texts, String label, Cadence cadence, LocalDate today,
            List<Source> recent, boolean readOnly, Page page) {
        this.deskWords = deskWords;
        this.words = deskWords.words();
        this.sheet = sheet;
        this.json = new SheetJson(words, texts);
        this.label = label;
        this.cadence = cadence;
        this.today = today;
        this.recent = recent;
        this.readOnly = readOnly;
        this.page = page;
        this.grid = new RaceSheet(this, json);
        save = new Button(words.say("entry.sheet.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        undo = new Button(words.say("entry.sheet.undo"), click -> undo());
        redo = new Button(words.say("entry.sheet.redo"), click -> redo());
        discard = new Button(words.say("entry.sheet.discard"), click -> askToForget());
        reason = new ReasonField(words);
        reason.setVisible(false);
        state.getElement().setAttribute("role", "status");
        state.addClassName("entry-state");
        var bar = new Div(state, undo, redo, discard, save);
        bar.addClassName("entry-bar");
        bar.setVisible(!readOnly);
        var hint = new Paragraph(words.say(readOnly ? "entry.sheet.look" : "entry.sheet.hint"));
        hint.addClassName("entry-hint");
        getContent().addClassName("entry-sheet");
        var head = new Div(new H2(words.say("entry.sheet.title")), bar);
        head.addClassName("entry-head");
        getContent().add(head, reason, grid, hint);
        showAll();
    }

    /** Draws the sheet anew. */
    void showAll() {
        grid.show(whole());
        tell();
    }

    private String whole() {
        return json.whole(label, sheet.rows(Periods.coming(sheet.last(), cadence, today, COMING)), recent, readOnly);
    }

    private void tell() {
        var unsaved = sheet.unsaved();
        boolean edited = sheet.isEdited();
        state.setText(!edited ? "" : words.say(sheet.hasFaults() ? "entry.sheet.faulty" : "entry.sheet.unsaved",
                String.valueOf(unsaved.get("cells")), String.valueOf(unsaved.get("rows"))));
        save.setEnabled(edited);
        discard.setEnabled(edited);
        undo.setEnabled(sheet.canUndo());
        redo.setEnabled(sheet.canRedo());
        if (sheet.takesAnythingBack()) {
            reason.setVisible(true);
        }
    }

    @Override
    public List<Row> typed(Map<Place, String> texts) {
        if (readOnly) {
            return List.of();
        }
        sheet.type(texts);
        tell();
        page.sheetChanged();
        // what a new line takes over from the one before may look different further down, too
        return Stream.concat(texts.keySet().stream().map(Place::period), sheet.edits().keySet().stream()).distinct()
                .map(sheet::row).toList();
    }

    @Override
    public void pasted(Place at, String text) {
        if (readOnly) {
            return;
        }
        var block = Clip.read(text);
        if (block.isEmpty()) {
            return;
        }
        if (block.size() > Paste.MOST_LINES + 1) {
            Toast.show(words.say("entry.paste.too-many", String.valueOf(block.size()), String.valueOf(Paste.MOST_LINES)));
            return;
        }
        if (block.size() == 1 && block.getFirst().size() == 1) {
            typed(Map.of(at, block.getFirst().getFirst()));
            showAll();
            return;
        }
        new PasteDialog(words, sheet, json, block, at, period -> Periods.after(period, cadence), this::take).open();
    }

    private void take(Map<Place, String> texts) {
        sheet.type(texts);
        showAll();
        texts.keySet().stream().findFirst().ifPresent(first -> grid.show(whole(), first.period()));
        grid.focus();
        page.sheetChanged();
    }

    @Override
    public void undo() {
        int cells = sheet.undo();
        if (cells == 0) {
            page.undoSaved();
            return;
        }
        step("entry.sheet.undone", cells);
    }

    @Override
    public void redo() {
        int cells = sheet.redo();
        if (cells > 0) {
            step("entry.sheet.redone", cells);
        }
    }

    private void step(String key, int cells) {
        Toast.show(words.say(key, String.valueOf(cells)));
        showAll();
        page.sheetChanged();
    }

    @Override
    public void save() {
        if (readOnly || !sheet.isEdited()) {
            return;
        }
        if (sheet.hasFaults()) {
            goToFault();
            return;
        }
        if (sheet.takesAnythingBack() && reason.getValue().isBlank()) {
            askReason(List.of(words.say("entry.sheet.why-withdraw")));
            return;
        }
        page.saveSheet(reason.getValue());
    }

    /** To the first line that must be put right before anything can be saved. */
    void goToFault() {
        Toast.show(words.say("entry.sheet.fix-first"));
        sheet.edits().keySet().stream().sorted().filter(p -> sheet.row(p).state() == Row.State.FAULTY).findFirst()
                .ifPresent(period -> grid.show(whole(), period));
        grid.focus();
        tell();
    }

    void askReason(List<String> why) {
        reason.setVisible(true);
        reason.askFor(why);
    }

    void saved() {
        reason.clear();
        reason.setVisible(false);
        showAll();
    }

    void focusGrid() {
        grid.focus();
    }

    private void askToForget() {
        Confirm.ask(deskWords, words.say("entry.sheet.discard.title"),
                words.say("entry.sheet.discard.text", String.valueOf(sheet.unsaved().get("cells"))),
                words.say("entry.sheet.discard"), () -> {
                    sheet.forget();
                    saved();
                    page.sheetChanged();
                });
    }
}
