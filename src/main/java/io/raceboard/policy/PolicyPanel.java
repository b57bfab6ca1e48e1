package io.raceboard.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy panel of the overview in one language, computed from the events: what
 * {@code policy/panel.jte} shows.
 *
 * @param headline the finding
 * @param count how many acts the finding rests on; releases of models are not acts
 * @param controlsUs trade controls in force today, likewise {@code controlsChina}
 * @param next the nearest fixed date, or null when there is none
 * @param drawing the trade controls and what answered them, without titles
 * @param latest the newest acts, the latest first
 * @param newest date of the newest act, as precisely as known; empty when there is none
 * @param newestDay its first day in ISO form, or null; {@code age} says how long ago that is
 * @param sources how many sources the acts rest on
 */
public record PolicyPanel(String headline, int count, int controlsUs, int controlsChina, Moves movesUs,
        Moves movesChina, @Nullable Next next, TimelineDrawing drawing, List<Act> latest, String newest, @Nullable String newestDay, String age,
        int sources) {

    /** Acts of the last twelve months that took effect, by what they did to the rules. */
    public record Moves(int tightened, int loosened) {
    }

    /** @param left how far away it is, in words */
    public record Next(String title, String date, String left, String href) {
    }

    /** An act in a short list. */
    public record Act(String slug, String since, String date, String jurisdictions, String colours, String title,
            String direction, String status, String href) {
    }
}
