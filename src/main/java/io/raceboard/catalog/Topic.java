package io.raceboard.catalog;

/** One of the four panels. */
public record Topic(String slug, Label title, Label question, int position) {
}
