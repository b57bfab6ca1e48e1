package io.raceboard.page;

import org.jspecify.annotations.Nullable;

/**
 * A page as HTML, the same bytes for everyone who asks in this language until the data change.
 *
 * @param title for the browser's title bar and search engines, without the site's name
 * @param description one or two sentences, plain text
 * @param html the content of {@code <main>}, already escaped
 * @param jsonLd a schema.org description of the data shown, or null
 * @param status 200, 404 for an address where nothing is, 500 for a page that cannot be made
 */
public record Rendered(String title, String description, String html, @Nullable String jsonLd, int status) {
}
