package io.raceboard.catalog;

/** Who counted or estimated. Two estimators are two series; nothing is averaged. */
public record Estimator(String slug, Label title) {
}
