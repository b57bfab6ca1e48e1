package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.catalog.Period;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.history.PastVintage;
import io.raceboard.history.PointKey;
import io.raceboard.history.Restore;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** Every vintage of one value, any two compared; one put back, or the value withdrawn. */
@Route(value = "desk/history/values/:indicator/:entity/:estimator/:period", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/records.css")
class PointHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final FormParts parts;
    private final Restore restore;
    private final DeskWords words;
    private final HistorySheet sheet;

    PointHistoryView(FormParts parts, Restore restore, DeskWords words) {
        this.parts = parts;
        this.restore = restore;
        this.words = words;
        sheet = new HistorySheet(words.words());
        add(sheet);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        var asked = entered.getRouteParameters();
        asked.get("period").flatMap(Period::find).ifPresentOrElse(
                period -> show(new PointKey(asked.get("indicator").orElseThrow(), asked.get("entity").orElseThrow(),
                        asked.get("estimator").orElseThrow(), period)), sheet::nothing);
    }

    static String address(Object key) {
        return "desk/history/values/" + key;
    }

    private void show(PointKey point) {
        var say = words.words();
        var all = parts.history().vintages(point.indicator(), point.entity(), point.estimator(), point.period());
        if (all.isEmpty()) {
            sheet.nothing();
            return;
        }
        var past = all.stream().map(v -> new Past(v.vintage().number(), PartTexts.value(v.vintage(), say),
                PartTexts.of(v.vintage(), say), v.change())).toList();
        boolean editor = parts.signedIn().person().may(Role.EDITOR);
        sheet.show(name(point, say), past, editor ? p -> restore(point, p, say) : null, acts(point, all, editor, say));
    }

    private List<Component> acts(PointKey point, List<PastVintage> all, boolean editor, Words say) {
        var acts = new ArrayList<Component>(List.of(
                new Anchor("desk/values?indicator=" + point.indicator(), say.say("records.values.of-indicator"))));
        if (editor && !all.getFirst().vintage().withdrawn()) {
            acts.add(new Button(say.say("records.withdraw"), click -> withdraw(point, say)));
        }
        return acts;
    }

    private String name(PointKey point, Words say) {
        return String.join(" · ", title(Kind.INDICATOR, point.indicator(), say), title(Kind.ENTITY, point.entity(), say),
                title(Kind.ESTIMATOR, point.estimator(), say), point.period().label(say.lang()));
    }

    private String title(Kind kind, String slug, Words say) {
        return parts.records().find(kind, slug).map(v -> Titles.of(kind, v.body(), say.lang())).orElse(slug);
    }

    private void restore(PointKey point, Past past, Words say) {
        new WishDialog(say, say.say("records.restore.title", past.number()), () -> show(point),
                new Paragraph(say.say("records.restore.value", past.summary())))
                .offer(may(point), say.say("records.restore"), (wish, reason) -> parts.submissions().submit(
                        parts.signedIn().person(), restore.vintage(point, past.number()).orElseThrow(),
                        Act.Kind.RESTORE, origin(point), reason, wish)).open();
    }

    private void withdraw(PointKey point, Words say) {
        new WishDialog(say, say.say("records.withdraw"), () -> show(point),
                new Paragraph(say.say("records.withdraw.text")))
                .offer(may(point), say.say("records.withdraw.do"), (wish, reason) -> reason.isBlank()
                        ? new Submission.NeedsReason(List.of())
                        : parts.submissions().submit(parts.signedIn().person(), restore.withdrawal(List.of(point)),
                                Act.Kind.WITHDRAW, origin(point), reason, wish)).open();
    }

    private boolean may(PointKey point) {
        var latest = parts.history().vintages(point.indicator(), point.entity(), point.estimator(), point.period())
                .getFirst().vintage();
        return parts.submissions().mayPublish(parts.signedIn().person(), Batch.of(latest.withdrawal(point))).isEmpty();
    }

    private static String origin(PointKey point) {
        var origin = address(point);
        return origin.length() > 200 ? origin.substring(0, 200) : origin;
    }

    @Override
    public String getPageTitle() {
        return sheet.pageTitle();
    }
}
