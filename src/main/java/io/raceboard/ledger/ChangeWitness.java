package io.raceboard.ledger;

/** Sees every change before it counts. There is one at most. */
public interface ChangeWitness {

    /**
     * Everything of the change is written and nothing is committed yet.
     *
     * @param previous the change before it; 0 for none
     * @throws RuntimeException when it cannot be witnessed; nothing is saved then
     */
    void beforeCommit(ChangeContent change, long previous);

    /** The change it saw last is in the store, or is not. Called after every {@link #beforeCommit}. */
    void afterCompletion(boolean committed);
}
