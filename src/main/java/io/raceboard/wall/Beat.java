package io.raceboard.wall;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a display says of itself every few seconds. Anybody may send one: what no screen would say is left out or cut here,
 * so that nobody who reads it later has to expect it.
 *
 * @param id what the screen calls itself
 * @param page one for each time that the screen loads its page; null from pages of old versions
 * @param lang language that its address asks for; null for the wall's own
 * @param stamp version of the wall that it shows
 * @param slide id of the slide on screen, a letter and a number
 * @param memory bytes of the script heap; 0 where the browser does not tell
 * @param nodes elements of the page
 * @param offset milliseconds by which its own clock is ahead of the server's
 * @param screen such as {@code 1920×1080}
 * @param painted the numbers on screen by element id, as read from what was painted; no text of it is null
 * @param hidden whether another window hides it
 * @param dark whether it shows nothing, as its hours want it; never null once it is made, though old pages say nothing
 * @param done number of the newest command carried out
 * @param why the reason of its last reload of itself, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Beat(String id, @Nullable String page, @Nullable String lang, @Nullable String stamp, @Nullable String build,
        @Nullable String slide, long memory, int nodes, long offset, @Nullable String screen, boolean paused,
        boolean hidden, @Nullable Boolean dark, int reloads, @Nullable String why, @Nullable Map<String, String> painted, long done) {

    /** As walls name their slides; a wall that is being edited may have more of them than one that is saved. */
    private static final Pattern SLIDE = Pattern.compile("s[0-9]{1,3}");
    /** Control characters, and halves of characters that no browser could be sent. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final int LONGEST = 300;
    /** Of a chart the address of its data is said, with all that is chosen in it. */
    private static final int LONGEST_PAINTED = 4000;
    /** Many times as many as there is room for on a screen. */
    private static final int MOST_PAINTED = 300;
    private static final long MOST_MEMORY = 1L << 40;
    private static final int MOST_NODES = 10_000_000;
    private static final int MOST_RELOADS = 1_000;
    /** A hundred years: clocks without a battery begin long ago. */
    private static final long MOST_OFFSET = 100L * 365 * 24 * 60 * 60 * 1000;

    Beat {
        page = cut(page);
        lang = cut(lang);
        stamp = cut(stamp);
        build = cut(build);
        slide = slide != null && SLIDE.matcher(slide).matches() ? slide : null;
        memory = Math.clamp(memory, 0, MOST_MEMORY);
        nodes = Math.clamp(nodes, 0, MOST_NODES);
        offset = Math.clamp(offset, -MOST_OFFSET, MOST_OFFSET);
        screen = cut(screen);
        dark = Boolean.TRUE.equals(dark);
        reloads = Math.clamp(reloads, 0, MOST_RELOADS);
        why = cut(why);
        painted = painted == null ? null : readable(painted);
        done = Math.max(0, done);
    }

    private static Map<String, String> readable(Map<String, @Nullable String> painted) {
        return painted.entrySet().stream().filter(p -> p.getValue() != null).limit(MOST_PAINTED)
                .collect(Collectors.toUnmodifiableMap(p -> cut(p.getKey(), LONGEST),
                        p -> cut(p.getValue(), LONGEST_PAINTED), (first, second) -> first));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        return UNREADABLE.matcher(text.substring(0, Math.min(longest, text.length()))).replaceAll("");
    }
}
