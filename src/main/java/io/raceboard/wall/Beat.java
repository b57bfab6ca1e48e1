package io.raceboard.wall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a display says of itself every few seconds.
 *
 * @param id what the screen calls itself
 * @param page one for each time that the screen loads its page; null from pages of old versions
 * @param lang language that its address asks for; null for the wall's own
 * @param stamp version of the wall that it shows
 * @param slide id of the slide on screen
 * @param memory bytes of the script heap; 0 where the browser does not tell
 * @param nodes elements of the page
 * @param offset milliseconds by which its own clock is ahead of the server's
 * @param screen such as {@code 1920×1080}
 * @param painted the numbers on screen by element id, as read from what was painted
 * @param done number of the newest command carried out
 * @param why the reason of its last reload of itself, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Beat(String id, @Nullable String page, @Nullable String lang, @Nullable String stamp, @Nullable String build, @Nullable String slide,
        long memory, int nodes, long offset, @Nullable String screen, boolean paused, boolean hidden, int reloads,
        @Nullable String why, @Nullable Map<String, String> painted, long done) {
}
