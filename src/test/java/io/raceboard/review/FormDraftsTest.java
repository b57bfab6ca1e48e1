package io.raceboard.review;

import static io.raceboard.review.Office.EDITOR;
import static io.raceboard.review.Office.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.AtOnce;
import io.raceboard.ledger.Engine;
import io.raceboard.ledger.StoreTest;
import io.raceboard.ledger.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was typed is kept, for its writer only. */
@StoreTest
class FormDraftsTest {

    private final Office office;

    FormDraftsTest(Engine engine) {
        office = new Office(engine);
    }

    @Test
    void theLastOfWhatWasTypedComesBack() {
        save("solar/2025", "{\"value\":\"31\"}");
        save("solar/2025", "{\"value\":\"315，三百一十五\"}");
        assertThat(office.typed.load(EDITOR, "solar/2025")).hasValueSatisfying(draft -> {
            assertThat(draft.json()).isEqualTo("{\"value\":\"315，三百一十五\"}");
            assertThat(draft.base()).isEqualTo("1");
            assertThat(draft.address()).isEqualTo("desk/solar");
        });
        office.typed.discard(EDITOR, "solar/2025");
        assertThat(office.typed.load(EDITOR, "solar/2025")).isEmpty();
    }

    @Test
    void nobodySeesWhatOthersType() {
        save("solar/2025", "{}");
        assertThat(office.typed.load(REVIEWER, "solar/2025")).isEmpty();
        assertThat(office.typed.of(REVIEWER)).isEmpty();
        office.typed.discard(REVIEWER, "solar/2025");
        assertThat(office.typed.of(EDITOR)).extracting(FormDraft::formKey).containsExactly("solar/2025");
    }

    @Test
    void twoTabsThatKeepTheSameFormForTheFirstTimeBothGetThrough() {
        AtOnce.all(IntStream.range(0, 8).mapToObj(i -> Executors.callable(
                () -> save("solar/2025", "{\"value\":\"" + i + "\"}"))).toList());
        assertThat(office.typed.of(EDITOR)).hasSize(1);
    }

    @Test
    void tooMuchIsRefusedAndWhatWasKeptStays() {
        save("paste", "{}");
        assertThat(office.typed.save(EDITOR, "paste", "desk/solar", "Paste", "x".repeat(FormDrafts.MOST + 1), "1"))
                .isFalse();
        assertThat(office.typed.save(EDITOR, "large", "desk/solar", "Paste", "中".repeat(FormDrafts.MOST), "1")).isTrue();
        assertThat(office.typed.load(EDITOR, "paste").orElseThrow().json()).isEqualTo("{}");
        assertThat(office.typed.load(EDITOR, "large").orElseThrow().json()).hasSize(FormDrafts.MOST);
    }

    @Test
    void whatNobodyCameBackForIsForgotten() {
        save("old", "{}");
        var later = Clock.fixed(TestStore.NOW.plus(Duration.ofDays(29)), ZoneOffset.UTC);
        new FormDrafts(new FormDraftStore(office.sql()), later, Duration.ofDays(30)).expire();
        assertThat(office.typed.of(EDITOR)).hasSize(1);
        var muchLater = Clock.fixed(TestStore.NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC);
        new FormDrafts(new FormDraftStore(office.sql()), muchLater, Duration.ofDays(30)).expire();
        assertThat(office.typed.of(EDITOR)).isEmpty();
    }

    private void save(String key, String json) {
        assertThat(office.typed.save(EDITOR, key, "desk/solar", "Solar", json, "1")).isTrue();
    }
}
