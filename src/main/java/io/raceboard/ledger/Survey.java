package io.raceboard.ledger;

import java.util.List;

/**
 * What is to be said about a batch besides what becomes of each value.
 *
 * @param faults what is wrong with its records other than values
 * @param surprises values that may be right but do not look it: they need a reason
 */
public record Survey(List<Fault> faults, List<Fault> surprises) {
}
