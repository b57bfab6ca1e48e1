package io.raceboard.records;

import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.SOURCE;
import static io.raceboard.ledger.Sample.catalogue;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of records are searched, filtered, sorted and paged in the database. */
@StoreTest
class ListsTest {

    private final TestStore store;
    private final ListQueries lists;

    ListsTest(Engine engine) {
        store = engine.emptyStore();
        lists = new ListQueries(store.sql());
    }

    @BeforeEach
    void aSmallCatalogue() {
        store.ledger().save(catalogue(), ACT);
    }

    @Test
    void everyWordOfASearchMustBeFoundInEitherLanguage() {
        assertThat(lists.entities(search("guang")).rows()).extracting(Line::slug).containsExactly("guangdong");
        assertThat(lists.entities(search("china 中文")).rows()).extracting(Line::slug).containsExactly("cn");
        assertThat(lists.entities(search("china guang")).rows()).isEmpty();
        assertThat(lists.sources(search("100%_")).rows()).isEmpty();
    }

    @Test
    void anEventIsFoundByItsPlaceAndSaysWhoSavedIt() {
        var found = lists.events(filter("place", "guangdong"));

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.rows().getFirst().places()).extracting(p -> p.en()).containsExactly("China", "Guangdong");
        assertThat(found.rows().getFirst().saved().actor()).isEqualTo("Ada");
        assertThat(lists.events(filter("place", "us")).rows()).isEmpty();
        assertThat(lists.events(filter("status", "announced")).rows()).hasSize(1);
        assertThat(lists.events(filter("status", "in-force")).rows()).isEmpty();
    }

    @Test
    void indicatorsAndEntitiesSayHowManySeriesTheyHave() {
        assertThat(lists.indicators(search("")).rows()).filteredOn(l -> l.slug().equals("solar")).singleElement()
                .satisfies(l -> assertThat(l.series()).isEqualTo(2));
        assertThat(lists.entities(filter("kind", "region")).rows()).singleElement()
                .satisfies(l -> assertThat(l.parent().en()).isEqualTo("China"));
        assertThat(lists.topics(search("")).rows()).singleElement()
                .satisfies(l -> assertThat(l.indicators()).isEqualTo(2));
    }

    @Test
    void pagesFollowEachOtherWithoutGapsInTheChosenOrder() {
        store.ledger().save(sources(120), ACT);

        var down = new Asked("", Map.of(), "title", true, 0, Lang.EN);
        var first = lists.sources(down);
        var last = lists.sources(new Asked("", Map.of(), "title", true, 2, Lang.EN));

        assertThat(first.total()).isEqualTo(121);
        assertThat(first.rows()).hasSize(50);
        assertThat(first.rows().getFirst().title().en()).isEqualTo("Yearbook 119");
        assertThat(last.rows()).hasSize(21);
    }

    @Test
    void sourcesAtTheSameAddressOrWithTheSameTitleAreLikelyTheSame() {
        store.ledger().save(Batch.of(source("copy", "Another title", "http://www.example.org/2025/"),
                source("twin", "statistics  OF 2025", "https://example.org/elsewhere"),
                source("other", "Something else", null)), ACT);

        assertThat(lists.likeSource(SOURCE.slug())).containsExactly("copy", "twin");
        assertThat(lists.likeSource("other")).isEmpty();
        assertThat(lists.sources(filter("twice", "1")).rows()).extracting(Line::slug)
                .containsExactlyInAnyOrder("nea-2025", "copy", "twin");

        store.ledger().mergeSources("copy", "nea-2025", 1, ACT);

        assertThat(lists.likeSource(SOURCE.slug())).containsExactly("twin");
        assertThat(lists.sources(search("")).rows()).extracting(Line::slug).doesNotContain("copy");
    }

    @Test
    void whatCanBeChosenIsFoundByTitleAndMergedSourcesAreNot() {
        var picks = new PickQueries(store.sql());

        assertThat(picks.find(Kind.ENTITY, "CHI", 0, 10)).extracting(Choice::slug).containsExactly("cn");
        assertThat(picks.named(Kind.INDICATOR, List.of("solar", "no-such"))).extracting(Choice::slug)
                .containsExactly("solar");
        assertThat(picks.jurisdictions()).extracting(Choice::slug).containsExactlyInAnyOrder("cn", "guangdong");
    }

    @Test
    void aMergeSaysWhatWouldMove() {
        var uses = new MergeQueries(store.sql()).of("nea-2025");

        assertThat(uses.count()).isZero();
        assertThat(uses.events()).extracting(e -> e.en()).containsExactly("A plan");
    }

    private static Batch sources(int n) {
        return Batch.of(IntStream.range(0, n).mapToObj(i -> source("s" + i, "Yearbook %03d".formatted(i),
                "https://example.org/y/" + i)).toArray(Source[]::new));
    }

    private static Source source(String slug, String title, String url) {
        return new Source(slug, title, "Office", url, null, "facts", "facts", true, false, null);
    }

    private static Asked search(String text) {
        return new Asked(text, Map.of(), "title", false, 0, Lang.EN);
    }

    private static Asked filter(String name, String value) {
        return new Asked("", Map.of(name, value), "title", false, 0, Lang.EN);
    }
}
