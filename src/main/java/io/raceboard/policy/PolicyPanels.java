package io.raceboard.policy;

import io.raceboard.catalog.Period;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyPanel.Act;
import io.raceboard.policy.PolicyPanel.Moves;
import io.raceboard.policy.PolicyPanel.Next;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Computes the policy panel of the overview. */
@Component
public class PolicyPanels {

    static final int LATEST = 4;

    /** What restricts trade with the other side, and what lifts such restrictions. */
    private static final Set<Category> TRADE = Set.of(Category.EXPORT_CONTROL, Category.TRADE_RETALIATION);

    private final PolicyEvents events;

    PolicyPanels(PolicyEvents events) {
        this.events = events;
    }

    /** The panel of today in the language of these words. */
    public PolicyPanel panel(Words words) {
        return panel(events.all(), events.today(), words);
    }

    /** The week's acts and the nearest fixed dates. */
    public PolicyBrief brief(int most, Words words) {
        var today = events.today();
        var acts = events.all().stream().filter(event -> !event.isRelease()).toList();
        var week = PolicyEvents.latest(acts, today, most).stream()
                .filter(act -> act.starts().start().isAfter(today.minusDays(7))).toList();
        var shown = week.isEmpty() ? PolicyEvents.latest(acts, today, most) : week;
        return new PolicyBrief(!week.isEmpty(), shown.stream().map(act -> act(act, today, words)).toList(),
                Coming.after(today, acts).stream().limit(most).map(coming -> next(coming, today, words)).toList());
    }

    static PolicyPanel panel(List<PolicyEvent> events, LocalDate today, Words words) {
        var acts = events.stream().filter(event -> !event.isRelease()).toList();
        int us = controls(acts, "us", today);
        int china = controls(acts, "cn", today);
        var movesUs = moves(acts, "us", today);
        var movesChina = moves(acts, "cn", today);
        var past = acts.stream().filter(act -> !act.starts().start().isAfter(today)).toList();
        var newest = past.stream().map(PolicyEvent::starts).max(Period::compareTo);
        var next = Coming.after(today, acts).stream().findFirst().map(coming -> next(coming, today, words)).orElse(null);
        return new PolicyPanel(headline(us, china, movesUs, words), acts.size(), us, china, movesUs,
                movesChina, next,
                TimelineDrawing.of(acts.stream().filter(act -> TRADE.contains(act.category())).toList(),
                        EnumSet.allOf(Lane.class), TimelineView.usual(today), today, TimelineDrawing.Size.PANEL, words),
                PolicyEvents.latest(acts, today, LATEST).stream().map(act -> act(act, today, words)).toList(),
                newest.map(period -> period.label(words.lang())).orElse(""),
                newest.map(period -> period.start().toString()).orElse(null),
                newest.map(period -> words.say("policy.age", ChronoUnit.DAYS.between(period.start(), today))).orElse(""),
                (int) acts.stream().flatMap(act -> act.sources().stream()).distinct().count());
    }

    /** Stricter trade rules of this country that are in force on the day. */
    static int controls(List<PolicyEvent> events, String country, LocalDate day) {
        return (int) events.stream()
                .filter(event -> TRADE.contains(event.category()) && event.direction() == Direction.TIGHTEN)
                .filter(event -> event.names(country) && event.inForce(day))
                .count();
    }

    /** Acts of this country in the twelve months up to the day that really took effect, if only for a while. */
    static Moves moves(List<PolicyEvent> events, String country, LocalDate day) {
        var effective = events.stream()
                .filter(event -> !event.isRelease() && event.names(country))
                .filter(event -> event.force().isPresent() || event.status() == PolicyEvent.Status.COMPLETED)
                .filter(event -> event.starts().start().isAfter(day.minusYears(1))
                        && !event.starts().start().isAfter(day))
                .toList();
        return new Moves(
                (int) effective.stream().filter(event -> event.direction() == Direction.TIGHTEN).count(),
                (int) effective.stream().filter(event -> event.direction() == Direction.LOOSEN).count());
    }

    static Next next(Coming coming, LocalDate today, Words words) {
        return new Next(coming.event().title().in(words.lang()),
                words.say("policy.coming." + coming.kind().name().toLowerCase(java.util.Locale.ROOT),
                        coming.date().label(words.lang())),
                words.say("policy.left", coming.daysLeft(today)), PolicyPages.event(coming.event(), words.lang()));
    }

    static Act act(PolicyEvent event, LocalDate today, Words words) {
        return new Act(event.slug(), event.starts().text(), event.starts().label(words.lang()),
                EventRow.jurisdictions(event, words), EventRow.colours(event), event.title().in(words.lang()),
                event.direction().code(), words.say("policy.status." + event.standing(today).code()),
                PolicyPages.event(event, words.lang()));
    }

    /** One sentence; its second half says which way the US moved. */
    static String headline(int us, int china, Moves movesUs, Words words) {
        var course = Integer.signum(movesUs.tightened() - movesUs.loosened());
        var key = switch (course) {
            case 1 -> "policy.headline.tightens";
            case -1 -> "policy.headline.loosens";
            default -> "policy.headline.even";
        };
        return words.say(key, us, china, movesUs.tightened(), movesUs.loosened());
    }
}
