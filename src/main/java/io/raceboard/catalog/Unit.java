package io.raceboard.catalog;

/** What values are counted in. Values of different {@code dimension} (power, energy, share ...) are never compared. */
public record Unit(String code, String dimension, Label label, Label shortLabel) {

    public boolean isShare() {
        return dimension.equals("share");
    }
}
