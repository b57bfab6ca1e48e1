package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.raceboard.access.Role;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.RecordKey;
import io.raceboard.ledger.RecordQueries.Version;
import io.raceboard.page.Words;
import io.raceboard.review.ConflictDialog;
import io.raceboard.review.ConflictDialog.Side;
import io.raceboard.review.KeepsTyped;
import io.raceboard.review.PresenceLine;
import io.raceboard.review.ReasonField;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A record's form with what can be done: save, propose, keep as draft, rename, merge. It knows from which revision it
 * started; what somebody else has saved since is shown beside what was typed, field by field.
 */
class RecordSheet extends Composite<Div> {

    private final FormParts parts;
    private final Words words;
    private final RecordKind kind;
    private final @Nullable Version version;
    private final Consumer<String> go;
    private final RecordForm form;
    private final ReasonField reason;
    private final Answer answer;
    private final KeepsTyped typed;
    /** The revision that what is in the fields started from, and what it said. */
    private int seen;
    private Map<String, String> base;

    /** @param version as it is now; null for a new record */
    RecordSheet(FormParts parts, Words words, RecordKind kind, @Nullable Version version, Consumer<String> go) {
        this.parts = parts;
        this.words = words;
        this.kind = kind;
        this.version = version;
        this.go = go;
        form = new RecordForm(kind, parts.picks(), words);
        reason = new ReasonField(words);
        reason.setMinRows(1);
        answer = new Answer(words, reason);
        seen = version == null ? 0 : version.revision();
        base = version == null ? Defaults.of(kind) : RecordForm.texts(version.body());
        form.show(base);
        var me = parts.signedIn().person();
        var formKey = kind.path() + "/" + (version == null ? "new" : version.key().key());
        var began = parts.drafts().load(me, formKey).map(d -> Integer.parseInt(d.base())).orElse(seen);
        typed = new KeepsTyped(parts.drafts(), parts.signedIn()::person, words, parts.clock(), formKey,
                "desk/" + formKey, title(), String.valueOf(began));
        getContent().addClassName("record-sheet");
        getContent().add(head(me.may(Role.EDITOR)));
        if (version != null) {
            form.nameIsFixed();
            getContent().add(new PresenceLine(parts.presence(), formKey, me, words));
        } else {
            form.nameByTitle();
        }
        if (!me.may(Role.EDITOR)) {
            form.readOnly();
            getContent().add(form);
            return;
        }
        form.keep(typed);
        typed.text("reason", reason).onDiscard(() -> go.accept(kind.address(version == null ? "new" : version.key().key())));
        getContent().add(form, bar());
        if (typed.restore().isPresent() && began != seen) {
            seen = began;
            base = textsOf(began);
            answer.say(List.of(words.say("records.stale")), 1);
        }
    }

    private String title() {
        return version == null ? words.say("records.new." + kind.code())
                : Titles.of(kind, version.body(), words.lang());
    }

    private PageHead head(boolean editor) {
        if (version == null) {
            return new PageHead(title(), words.say("records." + kind.path() + ".about"));
        }
        var slug = version.key().key();
        var acts = new ArrayList<Component>();
        kind.onBoard(slug).ifPresent(address -> {
            var link = new Anchor(address, words.say("records.on-board"));
            link.getElement().setAttribute("router-ignore", true);
            acts.add(link);
        });
        acts.add(new Anchor(kind.history(slug), words.say("records.history")));
        if (editor) {
            acts.add(new Button(words.say("records.rename"), click -> rename()));
            if (kind == RecordKind.SOURCE) {
                acts.add(new Button(words.say("records.merge"), click -> merge()));
            }
        }
        var saved = parts.history().revisions(version.key()).stream().findFirst()
                .map(r -> words.say("records.saved-by", r.number(), Cells.when(r.change().at()), r.change().actor()))
                .orElse("");
        return new PageHead(title(), saved, acts.toArray(Component[]::new));
    }

    private Div bar() {
        var buttons = new Div();
        buttons.addClassName("review-buttons");
        var obstacle = parts.submissions().mayPublish(parts.signedIn().person(),
                kind.topics(version == null ? "" : version.key().key(), base));
        var publish = button("records.publish", Wish.PUBLISH);
        var ask = button("records.ask", Wish.ASK_REVIEW);
        var first = obstacle.isPresent() ? ask : publish;
        first.addThemeVariants(ButtonVariant.PRIMARY);
        first.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL);
        first.getElement().setAttribute("title", "Ctrl+S");
        if (obstacle.isEmpty()) {
            buttons.add(publish);
        }
        buttons.add(ask, button("records.draft", Wish.KEEP_DRAFT));
        var bar = new Div(answer, reason, typed, buttons);
        obstacle.ifPresent(why -> bar.addComponentAsFirst(new Paragraph(Answer.obstacle(why, words))));
        bar.addClassName("save-bar");
        return bar;
    }

    private Button button(String key, Wish wish) {
        return new Button(words.say(key), click -> save(wish));
    }

    private void save(Wish wish) {
        answer.say(List.of(), 0);
        var body = form.body();
        if (body.isEmpty()) {
            form.goToFirstFault();
            return;
        }
        var slug = String.valueOf(body.get().get(kind.key()));
        var batch = Bodies.batch(kind.kind(), body.get()).seen(Map.of(new RecordKey(kind.kind(), slug), seen));
        var became = parts.submissions().submit(parts.signedIn().person(), batch,
                version == null ? kind.address("new") : kind.address(slug), reason.getValue(), wish);
        if (became instanceof Submission.Refused refused) {
            refused(refused);
            return;
        }
        var good = Answer.good(became, words);
        if (good.isEmpty()) {
            answer.show(became);
            return;
        }
        typed.saved();
        Toast.show(good);
        go.accept(became instanceof Submission.Proposed proposed ? "desk/review/" + proposed.proposalId()
                : kind.address(slug));
    }

    private void refused(Submission.Refused refused) {
        var clash = refused.faults().stream().anyMatch(f -> f.code().equals("changed-meanwhile"));
        if (clash && version != null) {
            compare();
            return;
        }
        if (clash) {
            var key = form.fields().get(kind.key());
            key.fault(words.say("records.fault.slug-taken", key.label(), key.text()));
            form.goToFirstFault();
            return;
        }
        var others = form.show(refused.faults());
        answer.say(others, others.size());
    }

    /** What was there, what was typed, what is there now. */
    private void compare() {
        var now = parts.records().find(kind.kind(), version.key().key());
        if (now.isEmpty()) {
            go.accept("desk/" + kind.path());
            return;
        }
        var theirs = RecordForm.texts(now.get().body());
        var mine = form.texts();
        var differing = form.fields().values().stream().map(f -> new ConflictDialog.Part(f.part().name(), f.label(),
                f.shown(base.getOrDefault(f.part().name(), "")), f.shown(mine.getOrDefault(f.part().name(), "")),
                f.shown(theirs.getOrDefault(f.part().name(), "")))).toList();
        var who = parts.history().revisions(now.get().key()).getFirst().change().actor();
        new ConflictDialog(words, who, differing, chosen -> {
            chosen.forEach((name, side) -> {
                if (side == Side.THEIRS) {
                    form.fields().get(name).show(theirs.getOrDefault(name, ""));
                }
            });
            seen = now.get().revision();
            base = theirs;
            answer.say(List.of(words.say("records.merged-fields")), 1);
        }).open();
    }

    private Map<String, String> textsOf(int revision) {
        return parts.history().revisions(version.key()).stream().filter(r -> r.number() == revision).findFirst()
                .map(r -> RecordForm.texts(r.body())).orElse(base);
    }

    private void rename() {
        new RenameDialog(parts, words, kind, version, slug -> {
            typed.saved();
            go.accept(kind.address(slug));
        }).open();
    }

    private void merge() {
        new MergeDialog(parts, words, version, into -> {
            typed.saved();
            go.accept(kind.address(into));
        }).open();
    }
}
