package io.raceboard.page;

import java.util.Optional;

/** A kind of public page, found among the beans: recognises its own addresses. */
public interface PageKind {

    /** Empty when the address is not one of this kind, or names something that does not exist. */
    Optional<Page> find(Address address);
}
