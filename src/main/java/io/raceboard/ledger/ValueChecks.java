package io.raceboard.ledger;

import static io.raceboard.db.Tables.OBSERVATION;

import io.raceboard.catalog.Period;
import io.raceboard.catalog.Status;
import io.raceboard.ledger.Fault.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be wrong with values. A unit of dimension {@code share} counts parts of a whole, so its values lie between
 * 0 and 100; growth and other percentages that may leave that range need a unit of another dimension.
 */
class ValueChecks {

    private static final Set<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::code).collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = OBSERVATION.AMOUNT.getDataType().scale();
    private static final int DIGITS_BEFORE_POINT = OBSERVATION.AMOUNT.getDataType().precision() - DECIMALS;

    private final State state;
    private final Prospect prospect;
    private final Faults faults;
    private final Set<String> seen = new HashSet<>();

    ValueChecks(State state, Prospect prospect, Faults faults) {
        this.state = state;
        this.prospect = prospect;
        this.faults = faults;
    }

    void check(List<ObservationDraft> drafts) {
        for (int index = 0; index < drafts.size(); index++) {
            check(index, drafts.get(index));
        }
    }

    /** One value; those before it are remembered, so that none is given twice. */
    void check(int index, ObservationDraft draft) {
        var at = faults.at(Kind.OBSERVATION, index, draft.key());
        if (!seen.add(draft.key())) {
            at.add("period", "duplicate-key", draft.period(), "the value of %s is given twice".formatted(draft.key()));
        }
        checkPlace(draft, at);
        checkPeriod(draft, at);
        checkNumbers(draft, at);
        checkSource(draft, at);
        checkSeen(draft, at);
    }

    private void checkPlace(ObservationDraft draft, Faults.At at) {
        boolean known = exists("indicator", Kind.INDICATOR, draft.indicator(), at)
                & exists("entity", Kind.ENTITY, draft.entity(), at)
                & exists("estimator", Kind.ESTIMATOR, draft.estimator(), at);
        if (known && !prospect.has(Kind.SERIES, draft.series())) {
            at.add("estimator", "unknown-series", draft.series(),
                    "there is no series %s; add it first".formatted(draft.series()));
        }
    }

    private void checkPeriod(ObservationDraft draft, Faults.At at) {
        if (draft.period().isBlank()) {
            at.missing("period");
        } else {
            Period.find(draft.period()).ifPresentOrElse(
                    period -> Texts.checkYears("period", period, at),
                    () -> at.add("period", Form.PERIOD.code(), draft.period(),
                            "period \"%s\" must be %s".formatted(draft.period(), Form.PERIOD.wanted())));
        }
        if (draft.status().isBlank()) {
            at.missing("status");
        } else if (!STATUSES.contains(draft.status())) {
            at.add("status", "unknown-word", draft.status(), "status \"%s\" must be one of %s".formatted(
                    draft.status(), String.join(", ", STATUSES.stream().sorted().toList())));
        }
    }

    private void checkNumbers(ObservationDraft draft, Faults.At at) {
        var amount = draft.amount();
        if (draft.withdrawn()) {
            checkWithdrawal(draft, at);
            return;
        }
        boolean sound = isSound("value", amount, draft, at)
                & isSound("low", draft.low(), draft, at)
                & isSound("high", draft.high(), draft, at);
        if (amount == null) {
            at.missing("value");
            return;
        }
        if (sound && draft.low() != null && draft.low().compareTo(amount) > 0) {
            at.add("low", "low-above-value", text(draft.low()), "low %s must be at most the value %s"
                    .formatted(text(draft.low()), text(amount)));
        }
        if (sound && draft.high() != null && draft.high().compareTo(amount) < 0) {
            at.add("high", "high-below-value", text(draft.high()), "high %s must be at least the value %s"
                    .formatted(text(draft.high()), text(amount)));
        }
    }

    private void checkWithdrawal(ObservationDraft draft, Faults.At at) {
        if (draft.amount() != null || draft.low() != null || draft.high() != null) {
            at.add("value", "value-withdrawn", draft.amount(), "a withdrawn value has no value, low or high");
        }
        if (!state.values().containsKey(draft.key())) {
            at.add("period", "nothing-to-withdraw", draft.period(),
                    "there is no value of %s to withdraw".formatted(draft.key()));
        }
    }

    /** Whether the number can be stored exactly and can be true; a number like 1E+999999999 is never written out. */
    private boolean isSound(String field, @Nullable BigDecimal number, ObservationDraft draft, Faults.At at) {
        if (number == null) {
            return true;
        }
        if ((long) number.precision() - number.scale() > DIGITS_BEFORE_POINT) {
            at.add(field, "too-large", number, "%s must have at most %d digits before the point"
                    .formatted(field, DIGITS_BEFORE_POINT));
        } else if (number.stripTrailingZeros().scale() > DECIMALS) {
            at.add(field, "too-precise", number, "%s must have at most %d decimals".formatted(field, DECIMALS));
        } else if (prospect.dimension(draft.indicator()).filter("share"::equals).isPresent()
                && (number.signum() < 0 || number.compareTo(WHOLE) > 0)) {
            at.add(field, "share-out-of-range", text(number),
                    "%s %s is a share and must lie between 0 and 100".formatted(field, text(number)));
        } else {
            return true;
        }
        return false;
    }

    private void checkSource(ObservationDraft draft, Faults.At at) {
        if (draft.source().isBlank()) {
            at.add("source", "missing", null, "source is missing: every value says where it comes from");
        } else if (!prospect.has(Kind.SOURCE, draft.source())) {
            at.unknown("source", Kind.SOURCE, draft.source());
        }
        if (draft.note() != null) {
            Texts.check("note", draft.note(), OBSERVATION.NOTE, at);
        }
    }

    private void checkSeen(ObservationDraft draft, Faults.At at) {
        var current = state.values().get(draft.key());
        int vintage = current == null ? 0 : current.vintage();
        if (draft.seen() != null && draft.seen() != vintage && (current == null || !current.says(draft))) {
            at.changedMeanwhile("value", current == null ? null : current.amountText(), draft.seen(), vintage);
        }
    }

    private boolean exists(String field, Kind kind, String slug, Faults.At at) {
        if (slug.isBlank()) {
            at.missing(field);
            return false;
        }
        if (!prospect.has(kind, slug)) {
            at.unknown(field, kind, slug);
            return false;
        }
        return true;
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
