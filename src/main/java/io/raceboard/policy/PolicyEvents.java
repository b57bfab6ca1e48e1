package io.raceboard.policy;

import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The events that all pages share: read once whenever they change, immutable. */
@Component
public class PolicyEvents {

    private final PolicyQueries queries;
    private final Supplier<Versions> versions;
    private volatile Held held = new Held(-1, List.of());

    private record Held(long version, List<PolicyEvent> events, Map<String, PolicyEvent> bySlug,
            Map<String, List<PolicyEvent>> byIndicator) {

        Held(long version, List<PolicyEvent> events) {
            this(version, events,
                    events.stream().collect(Collectors.toUnmodifiableMap(PolicyEvent::slug, Function.identity())),
                    events.stream().flatMap(event -> event.indicators().stream()).distinct()
                            .collect(Collectors.toUnmodifiableMap(Function.identity(), slug -> events.stream()
                                    .filter(event -> event.indicators().contains(slug)).toList())));
        }
    }

    @Autowired
    PolicyEvents(PolicyQueries queries, ReadModel readModel) {
        this(queries, readModel::versions);
    }

    PolicyEvents(PolicyQueries queries, Supplier<Versions> versions) {
        this.queries = queries;
        this.versions = versions;
    }

    /** The newest change behind the events: to one of them, or to a name, source or indicator that they show. */
    public static long version(Versions versions) {
        return Math.max(versions.events(), versions.catalog());
    }

    /** Today in UTC: the day that standings are told for. */
    public LocalDate today() {
        return versions.get().today();
    }

    /** All events, oldest first. */
    public List<PolicyEvent> all() {
        return current().events();
    }

    public Optional<PolicyEvent> find(String slug) {
        return Optional.ofNullable(current().bySlug().get(slug));
    }

    /** The events that bear on this indicator, oldest first. */
    public List<PolicyEvent> of(String indicator) {
        return current().byIndicator().getOrDefault(indicator, List.of());
    }

    /** The newest acts until today, the latest first; releases of models are not acts. */
    public List<PolicyEvent> latest(int most) {
        return latest(all(), today(), most);
    }

    /** The dates that are already fixed, the nearest first. */
    public List<Coming> upcoming() {
        return Coming.after(today(), all());
    }

    static List<PolicyEvent> latest(List<PolicyEvent> events, LocalDate today, int most) {
        return events.stream()
                .filter(event -> !event.isRelease() && !event.starts().start().isAfter(today))
                .sorted(Comparator.comparing(PolicyEvent::starts).reversed().thenComparing(PolicyEvent::slug))
                .limit(most)
                .toList();
    }

    private Held current() {
        var now = version(versions.get());
        var known = held;
        return known.version() == now ? known : load(now);
    }

    private synchronized Held load(long now) {
        if (held.version() < now) {
            held = new Held(now, queries.events());
        }
        return held;
    }
}
