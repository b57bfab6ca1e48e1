package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Walls as text: to be kept, compared, and taken to another installation. */
@Component
class WallYaml {

    private static final int LONGEST = 200_000;
    private static final List<String> KEYS = List.of("wall", "slug", "language", "metres", "inches", "zone", "theme",
            "night", "off", "slides");
    private static final List<String> SLIDE_KEYS = List.of("show", "of", "seconds", "within hours", "title", "text");

    private final WallCheck check;

    WallYaml(WallCheck check) {
        this.check = check;
    }

    /** @param line from 1 */
    record Fault(int line, String reason) {
    }

    /** @param wall null when it could not be read at all */
    record Result(@Nullable Wall wall, List<Fault> faults) {
    }

    static String write(Wall wall) {
        var top = new LinkedHashMap<String, Object>();
        top.put("wall", wall.title());
        top.put("slug", wall.slug());
        top.put("language", wall.lang().code());
        top.put("metres", wall.metres());
        top.put("inches", wall.inches());
        top.put("zone", wall.zone().getId());
        top.put("theme", wall.theme().name().toLowerCase(Locale.ROOT));
        put(top, "night", wall.night());
        put(top, "off", wall.off());
        top.put("slides", wall.slides().stream().map(WallYaml::written).toList());
        var style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setAllowUnicode(true);
        style.setWidth(120);
        style.setSplitLines(false);
        return new Yaml(style).dump(top);
    }

    private static Map<String, Object> written(Slide slide) {
        var map = new LinkedHashMap<String, Object>();
        map.put("show", slide.kind().code());
        put(map, "of", slide.address());
        map.put("seconds", slide.seconds());
        if (slide.withinHours() > 0) {
            map.put("within hours", slide.withinHours());
        }
        put(map, "title", slide.title());
        put(map, "text", slide.text());
        return map;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }

    /** Reads a wall and says of everything that is wrong with it where and why. */
    Result read(String text, Words words) {
        var reading = new Reading(words);
        var wall = reading.wall(text);
        if (wall != null && reading.faults.isEmpty()) {
            for (var fault : check.check(wall, words)) {
                reading.faults.add(new Fault(reading.line(fault.field()), fault.say(words)));
            }
        }
        reading.faults.sort(Comparator.comparingInt(Fault::line));
        return new Result(wall, List.copyOf(reading.faults));
    }

    private static final class Reading {

        private final Words words;
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Reading(Words words) {
            this.words = words;
        }

        /** The line of a field, or of what it is part of. */
        int line(String field) {
            for (var at = field; !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
                if (lines.containsKey(at)) {
                    return lines.get(at);
                }
            }
            return 1;
        }

        @Nullable Wall wall(String text) {
            if (text.length() > LONGEST) {
                faults.add(new Fault(1, words.say("wall.yaml.long", LONGEST)));
                return null;
            }
            Node root;
            try {
                var limits = new LoaderOptions();
                limits.setMaxAliasesForCollections(10);
                limits.setNestingDepthLimit(10);
                root = new Yaml(limits).compose(new StringReader(text));
            } catch (MarkedYAMLException broken) {
                var mark = broken.getProblemMark();
                faults.add(new Fault(mark == null ? 1 : mark.getLine() + 1,
                        words.say("wall.yaml.syntax", String.valueOf(broken.getProblem()))));
                return null;
            } catch (YAMLException broken) {
                faults.add(new Fault(1, words.say("wall.yaml.syntax", String.valueOf(broken.getMessage()))));
                return null;
            }
            if (!(root instanceof MappingNode top)) {
                faults.add(new Fault(1, words.say("wall.yaml.shape")));
                return null;
            }
            var parts = parts(top, KEYS, "");
            var title = text(parts, "wall", "").orElse("");
            return new Wall(text(parts, "slug", "").orElse(""), title,
                    one(parts, "language", Lang.EN, Lang::of, "en, zh"), number(parts, "metres", "", 3),
                    number(parts, "inches", "", Wall.INCHES), one(parts, "zone", ZoneId.of("UTC"), Reading::zone,
                            "Europe/Berlin, Asia/Shanghai …"),
                    one(parts, "theme", Wall.Theme.DARK, Reading::theme, "dark, light"),
                    one(parts, "night", null, Hours::find, "19:00-07:00"),
                    one(parts, "off", null, Hours::find, "22:00-06:00"), false, slides(parts.get("slides")), 0);
        }

        private List<Slide> slides(@Nullable Node node) {
            var slides = new ArrayList<Slide>();
            if (node == null) {
                return slides;
            }
            if (!(node instanceof SequenceNode list)) {
                fault(node, "wall.yaml.list", "slides");
                return slides;
            }
            for (var item : list.getValue()) {
                var at = "slides." + slides.size();
                lines.put(at, item.getStartMark().getLine() + 1);
                if (item instanceof MappingNode map) {
                    slides.add(slide(map, at + "."));
                } else {
                    fault(item, "wall.yaml.slide");
                    slides.add(Slide.of(Slide.Kind.OVERVIEW, null));
                }
            }
            return slides;
        }

        private Slide slide(MappingNode map, String at) {
            var parts = parts(map, SLIDE_KEYS, at);
            if (!parts.containsKey("show")) {
                fault(map, "wall.yaml.show");
            }
            var kind = one(parts, "show", Slide.Kind.OVERVIEW, Slide.Kind::find,
                    "headline, chart, overview, timeline, ranking, changes, note");
            return new Slide(kind, text(parts, "of", at).orElse(null), number(parts, "seconds", at, Slide.SECONDS),
                    number(parts, "within hours", at, 0), text(parts, "title", at).orElse(null),
                    text(parts, "text", at).orElse(null));
        }

        private Map<String, Node> parts(MappingNode map, List<String> known, String at) {
            var parts = new LinkedHashMap<String, Node>();
            for (var tuple : map.getValue()) {
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                var name = at + (key.equals("within hours") ? "within" : key.equals("wall") ? "title" : key);
                lines.put(name, tuple.getKeyNode().getStartMark().getLine() + 1);
                if (!known.contains(key)) {
                    fault(tuple.getKeyNode(), "wall.yaml.key", key, String.join(", ", known));
                } else if (parts.put(key, tuple.getValueNode()) != null) {
                    fault(tuple.getKeyNode(), "wall.yaml.twice", key);
                }
            }
            return parts;
        }

        private Optional<String> text(Map<String, Node> parts, String key, String at) {
            var node = parts.get(key);
            if (node == null) {
                return Optional.empty();
            }
            if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue()).filter(t -> !t.isBlank());
            }
            fault(node, "wall.yaml.text", key);
            return Optional.empty();
        }

        private int number(Map<String, Node> parts, String key, String at, int otherwise) {
            var text = text(parts, key, at);
            try {
                return text.map(Integer::parseInt).orElse(otherwise);
            } catch (NumberFormatException noNumber) {
                fault(parts.get(key), "wall.yaml.number", key, text.orElse(""));
                return otherwise;
            }
        }

        private <T extends @Nullable Object> T one(Map<String, Node> parts, String key, T otherwise,
                java.util.function.Function<String, Optional<? extends T>> find, String expected) {
            var text = text(parts, key, "");
            if (text.isEmpty()) {
                return otherwise;
            }
            var found = find.apply(text.get());
            if (found.isEmpty()) {
                fault(parts.get(key), "wall.yaml.value", key, text.get(), expected);
                return otherwise;
            }
            return found.get();
        }

        private static Optional<ZoneId> zone(String text) {
            return Optional.of(text).filter(Wall.ZONES::contains).map(ZoneId::of);
        }

        private static Optional<Wall.Theme> theme(String text) {
            try {
                return Optional.of(Wall.Theme.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }

        private void fault(@Nullable Node at, String key, Object... values) {
            faults.add(new Fault(at == null ? 1 : at.getStartMark().getLine() + 1, words.say(key, values)));
        }
    }
}
