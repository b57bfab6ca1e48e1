package io.raceboard.policy;

import static io.raceboard.policy.Acts.ENGLISH;
import static io.raceboard.policy.Acts.TODAY;
import static io.raceboard.policy.Acts.act;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.raceboard.catalog.Lang;
import io.raceboard.live.Catalog;
import io.raceboard.page.Address;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvent.Status;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The timeline page as HTML. */
class TimelineContentsTest {

    private final List<PolicyEvent> events = List.of(
            act("old-law", "2017-06-01", null, Status.IN_FORCE, Category.REGULATION, Direction.TIGHTEN, "cn"),
            act("dutch", "2019", null, Status.IN_FORCE, Category.EXPORT_CONTROL, Direction.TIGHTEN, "nl"),
            act("chip-rule", "2022-10-07", null, Status.IN_FORCE),
            act("summit", "2026-09-24", "2026-09-25", Status.COMPLETED, Category.INTERNATIONAL, Direction.NEUTRAL, "us",
                    "cn"),
            act("duties", "2027-12-02", null, Status.ANNOUNCED, Category.REGULATION, Direction.TIGHTEN, "eu"));

    @Test
    void theListHasEveryEventOnceNewestFirst() {
        var page = page(events, Map.of());

        assertThat(page.select(".policy-list li.event").eachAttr("id"))
                .containsExactly("duties", "summit", "chip-rule", "dutch", "old-law");
        assertThat(page.select(".policy-year > h3").eachText()).containsExactly("2027", "2026", "2022", "2019", "2017");
        assertThat(page.selectFirst("#dutch time").text()).as("no more precise than known").isEqualTo("2019");
    }

    @Test
    void everyMarkLeadsToItsEntryAndHasItsName() {
        var page = page(events, Map.of());

        assertThat(page.select(".lane-marks a")).isNotEmpty().allSatisfy(mark -> {
            var slug = mark.attr("href").substring(mark.attr("href").indexOf('#') + 1);
            assertThat(mark.attr("href")).startsWith("/policy#");
            assertThat(page.getElementById(slug)).isNotNull();
            assertThat(page.getElementById(mark.attr("aria-labelledby")).text()).isEqualTo("Title of " + slug);
            assertThat(page.getElementById(mark.attr("aria-describedby")).text()).isNotBlank();
        });
    }

    @Test
    void eachLaneIsOneStopOfTheTabKey() {
        assertThat(page(events, Map.of()).select(".lane"))
                .allSatisfy(lane -> assertThat(lane.select("a[tabindex=0]")).hasSize(1));
    }

    @Test
    void idsAreUnique() {
        var ids = page(events, Map.of()).select("[id]").eachAttr("id");

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void drawingAndListFollowTheSameFilters() {
        var page = page(events, Map.of("time", "2026", "jurisdiction", "us,cn"));

        assertThat(page.select(".policy-list li.event").eachAttr("id"))
                .containsExactlyInAnyOrder("summit", "chip-rule", "old-law");
        assertThat(page.select(".lane-marks a").stream().map(mark -> mark.attr("href").split("#")[1]).distinct())
                .containsExactlyInAnyOrder("summit", "chip-rule", "old-law");
        assertThat(page.select(".lane-marks a").attr("href")).startsWith("/policy?jurisdiction=us,cn&time=2026-01..");
        assertThat(page.selectFirst("#events-title").text()).isEqualTo("3 of 5 events");
    }

    @Test
    void lanesOfOthersAreLeftOutWhenOneIsAskedFor() {
        assertThat(page(events, Map.of("jurisdiction", "us")).select(".lane").eachAttr("id"))
                .containsExactly("lane-us");
    }

    @Test
    void choicesSayHowManyEventsTheyHave() {
        var choices = page(events, Map.of("jurisdiction", "cn")).select("#filter-category a").eachText();

        assertThat(choices).contains("Regulation 1", "International 1", "Export control 0");
    }

    @Test
    void whatWasIgnoredIsSaid() {
        assertThat(page(events, Map.of("status", "odd", "foo", "1")).select(".notice").eachText())
                .containsExactlyInAnyOrder("“odd” is not a known value of “status”; it was ignored.",
                        "This page does not know “foo”; it was ignored.");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        var nasty = "<script>alert(1)</script>\"' onmouseover=x";
        var page = page(List.of(Acts.titled(events.get(2), nasty)), Map.of("q", "<script>alert(1)</script>"));
        var panel = render("policy/panel.jte", Map.of("words", ENGLISH,
                "panel", PolicyPanels.panel(List.of(Acts.titled(events.get(3), nasty)), TODAY, ENGLISH)));

        assertThat(page.select("script")).isEmpty();
        assertThat(panel.select("script")).isEmpty();
        assertThat(page.select("[onmouseover]")).isEmpty();
        assertThat(page.selectFirst("input[name=q]").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.selectFirst(".event-title").text()).isEqualTo(nasty);
        assertThat(panel.selectFirst(".act a").text()).isEqualTo(nasty);
    }

    @Test
    void withoutEventsThePageSaysSo() {
        var page = page(List.of(), Map.of());

        assertThat(page.select(".lane")).isEmpty();
        assertThat(page.select(".empty").eachText()).contains("No event matches these filters.");
    }

    @Test
    void aSearchKeepsTheOtherFilters() {
        var form = page(events, Map.of("jurisdiction", "cn", "q", "law")).selectFirst(".policy-search");

        assertThat(form.select("input[type=hidden]")).extracting(Element::attributes)
                .extracting(all -> all.get("name") + "=" + all.get("value")).containsExactly("jurisdiction=cn");
        assertThat(form.selectFirst("input[name=q]").val()).isEqualTo("law");
    }

    private static Document page(List<PolicyEvent> events, Map<String, String> params) {
        var catalog = new Catalog(List.of(), List.of(), Map.of(), Map.of(), 1);
        var content = new TimelineContents(events, TODAY, catalog, new Address("/policy", params, Lang.EN))
                .content(ENGLISH);
        return render("policy/timeline.jte", Map.of("content", content, "words", ENGLISH));
    }

    private static Document render(String template, Map<String, Object> params) {
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.raceboard.templates")
                .render(template, params, html);
        return Jsoup.parse(html.toString());
    }
}
