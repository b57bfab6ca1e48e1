package io.raceboard.review;

/** What became of setting a rule. */
sealed interface RuleChange {

    record Saved(Rule rule) implements RuleChange {
    }

    record NotAllowed(Obstacle obstacle) implements RuleChange {
    }

    /** Somebody else was faster; this is the rule now. */
    record Stale(Rule now) implements RuleChange {
    }
}
