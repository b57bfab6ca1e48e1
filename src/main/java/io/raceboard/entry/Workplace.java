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
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Period;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.page.Words;
import io.raceboard.review.ConflictDialog;
import io.raceboard.review.DraftChart;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One series at work: its values as a sheet, the form of the next one, and the chart as it would be. */
@Tag("race-entry")
@JsModule("./desk/race-entry.ts")
class Workplace extends Component implements HasComponents, SheetPanel.Page {

    /** Lines of the sheet at the most. */
    private static final int MOST_POINTS = 5_000;
    private static final int CHART_WIDTH = 380;
    private static final int CHART_HEIGHT = 190;

    private final EntryParts parts;
    private final Words words;
    private final Indicator indicator;
    private final SeriesKey series;
    private final Sheet sheet;
    private final PointForm form;
    private final SourceField source;
    private final SheetPanel panel;
    private final Div chart = new Div();
    private final Span kept = new Span();
    private final Deque<TakeBack> saved = new ArrayDeque<>();
    private @Nullable Notification offered;
    private @Nullable SeriesDraft newSeries;
    private @Nullable Estimator newEstimator;
    private long version = -1;
    private boolean ready;

    /** @param wanted the new series that this is about; null for one that the store knows */
    Workplace(EntryParts parts, Indicator indicator, SeriesKey series, String title,
            NewSeriesDialog.@Nullable Wanted wanted) {
        this.parts = parts;
        this.words = parts.words().words();
        this.indicator = indicator;
        this.series = series;
        if (wanted != null) {
            newSeries = wanted.series();
            newEstimator = wanted.estimator();
        }
        source = new SourceField(words.say("entry.column.source"), parts.queries(), this::askForSource);
        var recent = parts.queries().recentSources(indicator.slug(), 12);
        source.recent(recent);
        var texts = new CellTexts(indicator.unit(), source::find);
        sheet = new Sheet(series, texts, parts.queries().points(series, MOST_POINTS), parts.today());
        form = new PointForm(words, texts, source, sheet::point, parts.today(), this::changed);
        sheet.usualSource(() -> form.text(Column.SOURCE));
        boolean mayEnter = parts.signedIn().person().may(Role.EDITOR);
        panel = new SheetPanel(parts.words(), sheet, texts, words.say("entry.sheet.label", title), indicator.cadence(),
                parts.today(), recent, !mayEnter, this);
        chart.addClassName("entry-chart");
        var typing = new Section(new H2(words.say("entry.form.title")), form, buttons(), kept);
        typing.addClassName("entry-typing");
        typing.setVisible(mayEnter);
        kept.addClassName("entry-hint");
        kept.getElement().setAttribute("role", "status");
        var side = new Div(chart, typing);
        side.addClassName("entry-side");
        add(side, panel);
        getElement().addEventListener("entry-save", event -> publish());
        getElement().addEventListener("entry-undo", event -> undoSaved());
        form.open(Periods.next(sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        restore();
        ready = true;
        draw();
        follow();
    }

    private Div buttons() {
        boolean mayPublish = parts.submissions().mayPublish(person(), Set.of(indicator.topic())).isEmpty();
        var publish = new Button(words.say("entry.publish"), click -> submit(Wish.PUBLISH));
        var ask = new Button(words.say("entry.ask"), click -> submit(Wish.ASK_REVIEW));
        var draft = new Button(words.say("entry.draft"), click -> submit(Wish.KEEP_DRAFT));
        (mayPublish ? publish : ask).addThemeVariants(ButtonVariant.PRIMARY);
        publish.setVisible(mayPublish);
        var bar = new Div(publish, ask, draft);
        bar.addClassName("entry-buttons");
        return bar;
    }

    private Person person() {
        return parts.signedIn().person();
    }

    /** Others' saves arrive by themselves; what was typed here stays as it is. */
    private void follow() {
        Signal.effect(this, () -> {
            parts.board().news().get();
            long now = parts.board().versions().of(Set.of(indicator.slug()));
            if (version >= 0 && now != version) {
                refresh();
            }
            version = now;
        });
    }

    /** The form stays as it is: somebody may be typing into it what has not arrived here yet. */
    private void refresh() {
        sheet.refresh(parts.queries().points(series, MOST_POINTS));
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

    // The chart

    private void draw() {
        parts.board().indicator(indicator.slug()).ifPresent(snapshot -> {
            var proposed = new ArrayList<>(sheet.sketch());
            form.sketch(series).filter(draft -> form.isTouched()).ifPresent(draft -> {
                proposed.removeIf(d -> d.period().equals(draft.period()));
                proposed.add(draft);
            });
            var picture = new DraftChart(snapshot, parts.board().catalog(), proposed);
            chart.getElement().setProperty("innerHTML", picture.svg(words, CHART_WIDTH, CHART_HEIGHT));
            chart.getElement().getClassList().set("is-draft", form.isTouched() || sheet.isEdited());
        });
    }

    // What was typed is kept

    private String formKey() {
        return "entry/" + indicator.slug() + "/" + series.text();
    }

    private void keep() {
        if (!form.isTouched() && !sheet.isEdited()) {
            parts.drafts().discard(person(), formKey());
            kept.setText("");
            return;
        }
        var typed = Typed.of(form.isTouched() ? form.kept() : Map.of(), sheet, source.fresh(), newSeries, newEstimator);
        boolean all = parts.drafts().save(person(), formKey(), "desk/" + indicator.slug() + "?series=" + series.text(),
                indicator.title().in(words.lang()), typed.json(), String.valueOf(version));
        kept.setText(words.say(all ? "entry.kept" : "entry.kept-not"));
    }

    private void restore() {
        if (!person().may(Role.EDITOR)) {
            return;
        }
        parts.drafts().load(person(), formKey()).ifPresent(draft -> {
            var typed = Typed.read(draft.json());
            typed.sources().forEach(source::add);
            if (newSeries == null && typed.series() != null && sheet.isEmpty()) {
                newSeries = typed.series();
                newEstimator = typed.estimator();
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
        if (person().may(Role.EDITOR)) {
            submit(parts.submissions().mayPublish(person(), Set.of(indicator.topic())).isEmpty() ? Wish.PUBLISH
                    : Wish.ASK_REVIEW);
        }
    }

    private void submit(Wish wish) {
        form.read(series).ifPresent(draft -> {
            var before = sheet.point(Period.parse(draft.period()));
            var submission = submit(List.of(draft), form.reason(), Act.Kind.EDIT, wish);
            switch (submission) {
                case Submission.Published published -> {
                    formSaved(draft);
                    offerUndo(TakeBack.of(published.changeId(), what(draft), List.of(draft),
                            before == null ? Map.of() : Map.of(before.period(), before)));
                }
                case Submission.Unchanged unchanged -> {
                    Toast.show(words.say("entry.unchanged"));
                    formSaved(draft);
                }
                case Submission.Proposed proposed -> {
                    formSaved(draft);
                    Toast.show(words.say(wish == Wish.KEEP_DRAFT ? "entry.drafted" : "entry.asked", what(draft)));
                }
                case Submission.Refused refused -> {
                    if (refused.faults().stream().anyMatch(Faulty::isClash)) {
                        form.period().ifPresent(period -> resolve(period, wish));
                    } else if (!form.show(refused.faults())) {
                        Toast.show(String.join(" ", Faulty.say(refused.faults(), words)));
                    }
                }
                case Submission.NeedsReason needs -> form.askReason(Faulty.say(needs.surprises(), words));
                case Submission.NotAllowed not -> Toast.show(words.say("review.obstacle." + not.obstacle().why().code()));
            }
        });
    }

    private Submission submit(List<ObservationDraft> values, String reason, Act.Kind kind, Wish wish) {
        var batch = Batch.values(values);
        var named = values.stream().map(ObservationDraft::source).collect(Collectors.toSet());
        for (var fresh : source.fresh()) {
            if (named.contains(fresh.slug())) {
                batch = batch.and(Batch.of(fresh));
            }
        }
        if (newSeries != null) {
            batch = batch.and(Batch.of(newSeries));
        }
        if (newEstimator != null) {
            batch = batch.and(Batch.of(newEstimator));
        }
        return parts.submissions().submit(person(), batch, kind, "desk/" + indicator.slug(),
                reason.isBlank() ? null : reason.strip(), wish);
    }

    private void formSaved(ObservationDraft draft) {
        afterSave();
        ready = false;
        form.open(Periods.next(sheet.point(Period.parse(draft.period())) instanceof Point point && !point.partial()
                ? point : sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        ready = true;
        keep();
        draw();
        form.focusValue();
    }

    /** The store holds what was typed now. */
    private void afterSave() {
        newSeries = null;
        newEstimator = null;
        source.recent(parts.queries().recentSources(indicator.slug(), 12));
        version = parts.board().versions().of(Set.of(indicator.slug()));
        sheet.refresh(parts.queries().points(series, MOST_POINTS));
        panel.showAll();
    }

    private String what(ObservationDraft draft) {
        var period = Period.parse(draft.period()).label(words.lang());
        return draft.amount() == null ? period
                : words.say("entry.what", period, io.raceboard.page.Numbers.full(draft.amount(), indicator.unit(),
                        words.lang()));
    }

    @Override
    public void saveSheet(String reason) {
        var drafts = sheet.drafts();
        var before = new HashMap<Period, Point>();
        sheet.edited().forEach(p -> {
            var point = sheet.point(p);
            if (point != null) {
                before.put(p, point);
            }
        });
        boolean mayPublish = parts.submissions().mayPublish(person(), Set.of(indicator.topic())).isEmpty();
        var submission = submit(drafts, reason,
                drafts.stream().allMatch(ObservationDraft::withdrawn) ? Act.Kind.WITHDRAW : Act.Kind.EDIT,
                mayPublish ? Wish.PUBLISH : Wish.ASK_REVIEW);
        switch (submission) {
            case Submission.Published published -> {
                sheetSaved();
                offerUndo(TakeBack.of(published.changeId(), words.say("entry.sheet.values",
                        String.valueOf(drafts.size())), drafts, before));
            }
            case Submission.Unchanged unchanged -> sheetSaved();
            case Submission.Proposed proposed -> {
                sheetSaved();
                Toast.show(words.say("entry.asked", words.say("entry.sheet.values", String.valueOf(drafts.size()))));
            }
            case Submission.Refused refused -> refused(refused.faults());
            case Submission.NeedsReason needs -> panel.askReason(surprises(needs.surprises()));
            case Submission.NotAllowed not -> Toast.show(words.say("review.obstacle." + not.obstacle().why().code()));
        }
    }

    private void sheetSaved() {
        sheet.forget();
        afterSave();
        panel.saved();
        openNext();
        keep();
        draw();
    }

    private List<String> surprises(List<Fault> surprises) {
        var periods = sheet.edited();
        return surprises.stream().limit(5).map(fault -> words.say("entry.sheet.surprise",
                fault.index() < periods.size() ? periods.get(fault.index()).label(words.lang()) : fault.key(),
                Faulty.say(fault, words))).toList();
    }

    /** Marks the cells that the ledger refused; what somebody else has changed is shown side by side. */
    private void refused(List<Fault> faults) {
        var periods = sheet.edited();
        var clashes = new ArrayList<Period>();
        for (var fault : faults) {
            if (fault.kind() != Fault.Kind.OBSERVATION || fault.index() >= periods.size()) {
                Toast.show(Faulty.say(fault, words));
            } else if (Faulty.isClash(fault)) {
                clashes.add(periods.get(fault.index()));
            } else {
                sheet.object(new Sheet.Place(periods.get(fault.index()),
                        Faulty.column(fault).orElse(Column.VALUE)), w -> Faulty.say(fault, w));
            }
        }
        if (!clashes.isEmpty()) {
            resolveSheet(clashes);
        } else if (sheet.hasFaults()) {
            panel.goToFault();
        }
    }

    // Somebody else has saved the same

    private void resolve(Period period, Wish wish) {
        var base = form.opened();
        sheet.refresh(parts.queries().points(series, MOST_POINTS));
        var theirs = sheet.point(period);
        if (theirs == null) {
            return;
        }
        var differing = parts(base, column -> form.text(column), theirs);
        new ConflictDialog(words, "", differing, chosen -> {
            chosen.forEach((name, side) -> Column.headed(name).ifPresent(column -> {
                if (side == ConflictDialog.Side.THEIRS) {
                    form.set(column, theirs.text(column));
                }
            }));
            form.lookedAt(theirs);
            submit(wish);
        }).open();
        panel.showAll();
    }

    private void resolveSheet(List<Period> clashes) {
        var period = clashes.getFirst();
        var edit = sheet.edits().get(period);
        sheet.refresh(parts.queries().points(series, MOST_POINTS));
        var theirs = sheet.point(period);
        if (edit == null || theirs == null) {
            return;
        }
        var mine = sheet.row(period);
        new ConflictDialog(words, "", parts(null, column -> edit.texts().getOrDefault(column, theirs.text(column)),
                theirs), chosen -> {
            chosen.forEach((name, side) -> Column.headed(name).ifPresent(column -> {
                if (side == ConflictDialog.Side.THEIRS) {
                    sheet.type(Map.of(new Sheet.Place(period, column), theirs.text(column)));
                }
            }));
            sheet.lookAgain(period);
            panel.showAll();
            if (clashes.size() > 1) {
                resolveSheet(clashes.subList(1, clashes.size()));
            } else {
                panel.save();
            }
        }).open();
    }

    private List<ConflictDialog.Part> parts(@Nullable Point base, java.util.function.Function<Column, String> mine,
            Point theirs) {
        var all = new ArrayList<ConflictDialog.Part>();
        for (var column : Column.values()) {
            var typed = mine.apply(column);
            var now = theirs.text(column);
            var amount = column.isNumber() && !typed.isBlank() ? new CellTexts(indicator.unit(), source::find)
                    .amount(typed) : null;
            all.add(new ConflictDialog.Part(column.key(), words.say("entry.column." + column.key()),
                    base == null ? "" : base.text(column), amount == null ? typed : Point.text(amount), now));
        }
        return all;
    }

    // Taking back

    private void offerUndo(TakeBack back) {
        saved.push(back);
        closeOffer();
        offered = SavedToast.show(words.say("entry.saved", back.what()), words.say("entry.undo"), this::undoSaved);
    }

    /** One offer at a time: an older one would take back something else than it says. */
    private void closeOffer() {
        if (offered != null) {
            offered.close();
        }
    }

    @Override
    public void undoSaved() {
        closeOffer();
        if (saved.isEmpty()) {
            Toast.show(words.say("entry.nothing-to-undo"));
            return;
        }
        var back = saved.peek();
        var submission = parts.submissions().submit(person(), back.batch(), Act.Kind.UNDO, "desk/" + indicator.slug(),
                words.say("entry.undo.reason", String.valueOf(back.change())), Wish.PUBLISH);
        switch (submission) {
            case Submission.Published published -> {
                saved.pop();
                refreshAll();
                Toast.show(words.say("entry.undone", back.what()));
            }
            case Submission.Unchanged unchanged -> saved.pop();
            case Submission.Refused refused -> Toast.show(refused.faults().stream().anyMatch(Faulty::isClash)
                    ? words.say("entry.undo.changed", back.what())
                    : String.join(" ", Faulty.say(refused.faults(), words)));
            default -> Toast.show(words.say("entry.undo.not"));
        }
    }

    private void refreshAll() {
        version = parts.board().versions().of(Set.of(indicator.slug()));
        refresh();
        openNext();
    }

    /** A form in which nothing was typed goes on to what comes next now. */
    private void openNext() {
        if (!form.isTouched()) {
            form.open(Periods.next(sheet.last(), indicator.cadence(), parts.today()), sheet.last());
        }
    }

    // New sources

    private void askForSource(String typed) {
        new NewSourceDialog(words, typed, slug -> source.find(slug).isPresent(), fresh -> {
            source.add(fresh);
            source.setValue(fresh);
        }).open();
    }
}
