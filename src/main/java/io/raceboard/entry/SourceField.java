package io.raceboard.entry;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.TextRenderer;
import io.raceboard.catalog.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where a value comes from: recent ones first, all others by search; a pasted address picks the source it belongs to. */
class SourceField extends ComboBox<Source> {

    private final EntryQueries queries;
    private final Map<String, Source> fresh = new LinkedHashMap<>();
    private List<Source> recent = List.of();

    /** @param unknown is told what was typed where no source has that name or address */
    SourceField(String label, EntryQueries queries, Consumer<String> unknown) {
        super(label);
        this.queries = queries;
        setItemLabelGenerator(SheetJson::sourceWord);
        setRenderer(new TextRenderer<>(SheetJson::sourceWord));
        setAllowCustomValue(true);
        setClearButtonVisible(true);
        setManualValidation(true);
        addCustomValueSetListener(typed -> {
            var found = find(typed.getDetail());
            if (found.isPresent()) {
                setValue(found.get());
            } else {
                unknown.accept(typed.getDetail());
            }
        });
        setItems((CallbackDataProvider.FetchCallback<Source, String>) query ->
                fetch(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    }

    void recent(List<Source> sources) {
        recent = sources;
        getLazyDataView().refreshAll();
    }

    /** A source that is not in the store yet. */
    void add(Source source) {
        fresh.put(source.slug(), source);
        getLazyDataView().refreshAll();
    }

    /** All sources that are not in the store yet. */
    List<Source> fresh() {
        return List.copyOf(fresh.values());
    }

    void forgetFresh() {
        fresh.clear();
    }

    /** By slug, title or address. */
    Optional<Source> find(String text) {
        return fresh.values().stream()
                .filter(s -> s.slug().equals(text) || s.title().equalsIgnoreCase(text) || text.equals(s.url())
                        || SheetJson.sourceWord(s).equals(text))
                .findFirst().or(() -> queries.source(text));
    }

    private static boolean contains(Source source, String words) {
        return SheetJson.sourceWord(source).toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }

    private Stream<Source> fetch(String words, int offset, int limit) {
        if (!words.isBlank()) {
            var byAddress = queries.source(words);
            return byAddress.isPresent() ? byAddress.stream().skip(offset).limit(limit)
                    : Stream.concat(fresh.values().stream().filter(s -> contains(s, words)), queries.sources(words, 0, offset + limit).stream())
                    .skip(offset).limit(limit);
        }
        var first = new ArrayList<Source>(fresh.values());
        first.addAll(recent);
        var slugs = first.stream().map(Source::slug).toList();
        return Stream.concat(first.stream(),
                        queries.sources("", 0, offset + limit).stream().filter(s -> !slugs.contains(s.slug())))
                .skip(offset).limit(limit);
    }
}
