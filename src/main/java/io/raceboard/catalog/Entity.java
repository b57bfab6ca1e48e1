package io.raceboard.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Whom something is measured for. Colour ({@code #RRGGBB}), dash and marker are its own everywhere.
 *
 * @param parent slug of the country of a lab, the designer of a chip, the lab of a model
 */
public record Entity(String slug, Kind kind, @Nullable String parent, Label title, Label shortTitle,
        String colour, Dash dash, Marker marker) {

    public enum Kind { COUNTRY, BLOC, REGION, COMPANY, PRODUCT, MODEL, GROUP }

    public enum Dash { SOLID, DASH, DOT, THIN }

    public enum Marker { CIRCLE, SQUARE, TRIANGLE, DIAMOND, NONE }
}
