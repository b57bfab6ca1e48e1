package io.raceboard.entry;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Role;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Period;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.page.Words;
import io.raceboard.review.DraftChart;
import io.raceboard.review.TypedHere;
import io.raceboard.review.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One series at work: its values as a sheet, the form of the next one, and the chart as it would be. */
@Tag("race-entry")
@JsModule("./desk/race-entry.ts")
class Workplace extends Component implements HasComponents, SheetPanel.Page {

    private static final int CHART_WIDTH = 380;
    private static final int CHART_HEIGHT = 190;

    private final EntryParts parts;
    private final Words words;
    private final Indicator indicator;
    private final SeriesAtWork work;
    private final Sheet sheet;
    private final PointForm form;
    private final SourceField source;
    private final SheetPanel panel;
    private final SavedValues saved;
    private final FormSave formSave;
    private final SheetSave sheetSave;
    private final Div chart = new Div();
    private final Span kept = new Span();
    private final TypedHere here;
    private boolean ready;

    /** @param wanted the new series that this is about; null for one that the store knows */
    Workplace(EntryParts parts, Indicator indicator, SeriesKey series, String title,
            NewSeriesDialog.@Nullable Wanted wanted) {
        this.parts = parts;
        this.words = parts.words().words();
        this.indicator = indicator;
        source = new SourceField(words.say("entry.column.source"), parts.queries(), this::askForSource);
        var recent = parts.queries().recentSources(indicator.slug(), 12);
        source.recent(recent);
        var texts = new CellTexts(indicator.unit(), source::find);
        work = new SeriesAtWork(parts, indicator, series, source, texts, wanted);
        sheet = work.sheet();
        form = new PointForm(new PointFields(words, texts, source), sheet::point, parts.today(), this::changed);
        sheet.usualSource(() -> form.text(Column.SOURCE));
        boolean mayEnter = work.person().may(Role.EDITOR);
        panel = new SheetPanel(parts.words(), sheet, texts, words.say("entry.sheet.label", title), indicator.cadence(),
                parts.today(), recent, !mayEnter, this);
        saved = new SavedValues(work, words, this::takenBack);
        var conflicts = new Conflicts(work, texts, words);
        formSave = new FormSave(work, form, conflicts, saved, words, this::formSaved);
        sheetSave = new SheetSave(work, panel, conflicts, saved, words, this::sheetSaved);
        here = new TypedHere(words, work.person(), formKey(), this::putBack);
        form.watch(here);
        here.watch(panel);
        chart.addClassName("entry-chart");
        var typing = new Section(new H2(words.say("entry.form.title")), here, form, buttons(), kept);
        typing.addClassName("entry-typing");
        typing.setVisible(mayEnter);
        kept.addClassName("entry-hint");
        kept.getElement().setAttribute("role", "status");
        var side = new Div(chart, typing);
        side.addClassName("entry-side");
        add(side, panel);
        getElement().addEventListener("entry-save", event -> publish());
        getElement().addEventListener("entry-undo", event -> saved.takeBack());
        form.open(Periods.next(sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        restore();
        here.opened(form.kept());
        ready = true;
        draw();
        follow();
    }

    private Div buttons() {
        boolean mayPublish = work.mayPublish();
        var publish = new Button(words.say("entry.publish"), click -> formSave.submit(Wish.PUBLISH));
        var ask = new Button(words.say("entry.ask"), click -> formSave.submit(Wish.ASK_REVIEW));
        var draft = new Button(words.say("entry.draft"), click -> formSave.submit(Wish.KEEP_DRAFT));
        (mayPublish ? publish : ask).addThemeVariants(ButtonVariant.PRIMARY);
        publish.setVisible(mayPublish);
        var bar = new Div(publish, ask, draft);
        bar.addClassName("entry-buttons");
        return bar;
    }

    /** Others' saves arrive by themselves; what was typed here stays as it is. */
    private void follow() {
        Signal.effect(this, () -> {
            parts.board().news().get();
            if (work.hasNews()) {
                refresh();
            }
        });
    }

    /** The form stays as it is: somebody may be typing into it what has not arrived here yet. */
    private void refresh() {
        work.reload();
        panel.showAll();
        form.lookWhetherChanged();
        draw();
    }

    private void changed() {
        if (ready) {
            keep();
            draw();
        }
    }

    @Override
    public void sheetChanged() {
        changed();
    }

    private void draw() {
        parts.board().indicator(indicator.slug()).ifPresent(snapshot -> {
            var proposed = new ArrayList<>(sheet.sketch());
            form.sketch(work.key()).filter(draft -> form.isTouched()).ifPresent(draft -> {
                proposed.removeIf(d -> d.period().equals(draft.period()));
                proposed.add(draft);
            });
            var picture = new DraftChart(snapshot, parts.board().catalog(), proposed);
            chart.getElement().setProperty("innerHTML", picture.svg(words, CHART_WIDTH, CHART_HEIGHT));
            chart.getElement().getClassList().set("is-draft", form.isTouched() || sheet.isEdited());
        });
    }

    private void askForSource(String typed) {
        new NewSourceDialog(words, typed, slug -> source.find(slug).isPresent(), fresh -> {
            source.add(fresh);
            source.setValue(fresh);
        }).open();
    }

    // What was typed is kept

    private String formKey() {
        return "entry/" + indicator.slug() + "/" + work.key().text();
    }

    private void keep() {
        if (!form.isTouched() && !sheet.isEdited()) {
            parts.drafts().discard(work.person(), formKey());
            kept.setText("");
            here.confirm(form.kept());
            return;
        }
        var typed = Typed.of(form.isTouched() ? form.kept() : Map.of(), sheet, source.fresh(), work.newSeries(),
                work.newEstimator());
        boolean all = parts.drafts().save(work.person(), formKey(),
                "desk/" + indicator.slug() + "?series=" + work.key().text(), indicator.title().in(words.lang()),
                typed.json(), String.valueOf(work.version()));
        kept.setText(words.say(all ? "entry.kept" : "entry.kept-not"));
        if (all) {
            here.confirm(form.kept());
        }
    }

    /** What was typed in this browser and never got here. */
    private void putBack(Map<String, String> texts) {
        var cells = new HashMap<Sheet.Place, String>();
        texts.forEach((name, text) -> Sheet.Place.named(name).ifPresent(place -> cells.put(place, text)));
        if (!cells.isEmpty()) {
            sheet.type(cells);
            panel.showAll();
        }
        form.putBack(texts);
        changed();
        here.forget();
    }

    private void restore() {
        if (!work.person().may(Role.EDITOR)) {
            return;
        }
        parts.drafts().load(work.person(), formKey()).ifPresent(draft -> {
            var typed = Typed.read(draft.json());
            typed.sources().forEach(source::add);
            if (work.newSeries() == null && typed.series() != null && sheet.isEmpty()) {
                work.begin(typed.series(), typed.estimator());
            }
            sheet.restore(typed.edits());
            if (!typed.form().isEmpty()) {
                form.restore(typed.form());
            }
            panel.showAll();
            kept.setText(words.say("entry.restored"));
        });
    }

    // Saving

    private void publish() {
        if (work.person().may(Role.EDITOR)) {
            formSave.submit(work.usualWish());
        }
    }

    @Override
    public void saveSheet(String reason) {
        sheetSave.submit(reason);
    }

    @Override
    public void undoSaved() {
        saved.takeBack();
    }

    private void formSaved(ObservationDraft draft) {
        work.saved();
        panel.showAll();
        ready = false;
        form.open(Periods.next(sheet.point(Period.parse(draft.period())) instanceof Point point && !point.partial()
                ? point : sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        ready = true;
        keep();
        draw();
        form.focusValue();
    }

    private void sheetSaved() {
        sheet.forget();
        work.saved();
        panel.saved();
        openNext();
        keep();
        draw();
    }

    private void takenBack() {
        refresh();
        openNext();
    }

    /** A form in which nothing was typed goes on to what comes next now. */
    private void openNext() {
        if (!form.isTouched()) {
            form.open(Periods.next(sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        }
    }
}
