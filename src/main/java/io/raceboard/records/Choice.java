package io.raceboard.records;

import io.raceboard.catalog.Label;

/** A record that can be chosen; equal by its slug, so that it is the same one whatever its title says by now. */
record Choice(String slug, Label title) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Choice choice && choice.slug.equals(slug);
    }

    @Override
    public int hashCode() {
        return slug.hashCode();
    }
}
