package io.raceboard.page;

import io.raceboard.live.Versions;

/** One public page, found but not yet rendered. The same for all readers of the same address. */
public interface Page {

    /** The address with defaults left out and unknown parameters removed; what canonical links and caches use. */
    Address canonical();

    /** Whether it was found under an old name: whoever asks for it there is sent to the canonical address. */
    default boolean hasMoved() {
        return false;
    }

    /** The newest change behind anything the page shows: when it is unchanged, so is the page. */
    long version(Versions versions);

    /** Renders the page as it stands now. Expensive: go through {@link Pages}. */
    Rendered render();
}
