package io.raceboard.review;

import io.raceboard.access.Person;

/** Where what is done about proposals and settings is written down; never what stands in them. */
interface ReviewLog {

    /** @param deed as in a proposal's own history, such as {@code sent-back} */
    void proposal(Person who, long id, String deed);

    void rule(Person who, String topic, FourEyes before, FourEyes after);
}
