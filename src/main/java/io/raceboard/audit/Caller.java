package io.raceboard.audit;

/** Knows from where the present request comes. */
public interface Caller {

    /** The network address; empty when the program itself acts. */
    String address();
}
