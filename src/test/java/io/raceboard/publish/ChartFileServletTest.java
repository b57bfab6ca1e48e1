package io.raceboard.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.board.BoardSite;
import io.raceboard.catalog.Lang;
import io.raceboard.chart.ChartView;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.RecordKey;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Address;
import io.raceboard.page.Pages;
import io.raceboard.page.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChartFileServletTest {

    private static final BoardSite SITE = BoardSite.open();
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final ChartFileServlet servlet = new ChartFileServlet(SITE.bean(ChartFiles.class));

    /** Address of the current data of this view. */
    private static String current(String slug, Map<String, String> params) {
        var snapshot = SITE.bean(ReadModel.class).indicator(slug).orElseThrow();
        var words = new Words(SITE.bean(MessageSource.class), Lang.EN);
        return SITE.bean(ChartFiles.class).href(snapshot, ChartView.parse(params, snapshot, words).view(), Lang.EN);
    }

    private MockHttpServletResponse get(String href, String... headers) throws IOException {
        var parts = href.split("\\?", 2);
        var request = new MockHttpServletRequest("GET", parts[0]);
        request.setPathInfo(parts[0].replaceFirst("^/data", ""));
        if (parts.length > 1) {
            request.setQueryString(parts[1]);
            for (var pair : parts[1].split("&")) {
                request.addParameter(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        var response = new MockHttpServletResponse();
        servlet.doGet(request, response);
        return response;
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.builder().build().readTree(bytes);
    }

    @Test
    void theCurrentVersionMayBeKeptForever() throws IOException {
        var response = get(current("capacity-additions-solar", Map.of()), "Accept-Encoding", "gzip, br");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo(FOREVER);
        assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getHeader("ETag")).matches("\"[0-9a-f]{24}\"");
        var bytes = new GZIPInputStream(new ByteArrayInputStream(response.getContentAsByteArray())).readAllBytes();
        assertThat(json(bytes).get("slug").asString()).isEqualTo("capacity-additions-solar");
    }

    @Test
    void anOtherVersionIsAnsweredWithTheCurrentDataAndNotKept() throws IOException {
        var response = get("/data/capacity-additions-solar/1.19990101.json");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoHasItAlreadyGetsNoBytes() throws IOException {
        var href = current("capacity-additions-solar", Map.of());
        var tag = get(href, "Accept-Encoding", "gzip").getHeader("ETag");
        var again = get(href, "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aFormThatIsNotCompressedHasAnotherTag() throws IOException {
        var href = current("capacity-additions-solar", Map.of());
        var plain = get(href);
        assertThat(plain.getHeader("Content-Encoding")).isNull();
        assertThat(plain.getHeader("ETag")).isNotEqualTo(get(href, "Accept-Encoding", "gzip").getHeader("ETag"));
        assertThat(json(plain.getContentAsByteArray()).get("lines").size()).isEqualTo(3);
    }

    @Test
    void theViewIsInTheAddress() throws IOException {
        var chart = json(get(current("capacity-additions-solar", Map.of("entities", "cn", "time", "2020..latest")))
                .getContentAsByteArray());
        assertThat(chart.get("lines").size()).isEqualTo(1);
        var points = chart.get("lines").get(0).get("points");
        assertThat(points.get(0).get("period").asString()).isEqualTo("2020");
        assertThat(points.get(points.size() - 1).get("y").decimalValue()).isEqualByComparingTo(new BigDecimal("315.07"));
    }

    @Test
    void oneLineOfManyIsACellOnTheSameAxes() throws IOException {
        var whole = current("capacity-additions-solar", Map.of("multiples", "on"));
        var cell = json(get(ChartFiles.cell(whole, "eu:solarpower-europe")).getContentAsByteArray());
        assertThat(cell.get("lines").size()).isEqualTo(1);
        assertThat(cell.get("y")).isEqualTo(json(get(whole).getContentAsByteArray()).get("y"));
    }

    @Test
    void linesThatMayNotBePassedOnSaySo() throws IOException {
        var lines = json(get(current("huawei-ascend-units", Map.of())).getContentAsByteArray()).get("lines");
        assertThat(lines).anySatisfy(line -> assertThat(line.has("redistributable")).isTrue())
                .anySatisfy(line -> assertThat(line.has("redistributable")).isFalse());
    }

    @Test
    void unknownAddressesGetAProblemThatProgramsCanRead() throws IOException {
        for (var href : new String[] {"/data/nonsense/1.json", "/data/", "/data/%22/1.json", "/data/solar/one.json"}) {
            var response = get(href);
            assertThat(response.getStatus()).isEqualTo(404);
            assertThat(response.getContentType()).isEqualTo("application/problem+json");
            var problem = json(response.getContentAsByteArray());
            assertThat(problem.get("status").asInt()).isEqualTo(404);
            assertThat(problem.get("instance").asString()).isEqualTo(href);
        }
    }

    @Test
    void oldSlugsLeadToTheNewOnes() throws IOException {
        var ledger = SITE.bean(Ledger.class);
        var act = new Act(Act.Kind.RENAME, "Test", "test", null);
        int revision = 1;
        var old = "capacity-additions-solar";
        assertThat(ledger.rename(new RecordKey(Fault.Kind.INDICATOR, old), revision, "solar-added", act).faults())
                .isEmpty();
        try {
            var page = SITE.bean(Pages.class).at(new Address("/i/" + old, Map.of("tab", "table"), Lang.EN));
            assertThat(page.hasMoved()).isTrue();
            assertThat(page.canonical().href()).isEqualTo("/i/solar-added?tab=table");
            assertThat(SITE.bean(Pages.class).at(page.canonical()).hasMoved()).isFalse();
            var response = get("/data/" + old + "/1.20261122.json?lang=zh");
            assertThat(response.getStatus()).isEqualTo(301);
            assertThat(response.getHeader("Location")).isEqualTo("/data/solar-added/1.20261122.json?lang=zh");
            assertThat(get(response.getHeader("Location")).getStatus()).isEqualTo(200);
        } finally {
            ledger.rename(new RecordKey(Fault.Kind.INDICATOR, "solar-added"), revision + 1, old, act);
        }
        assertThat(SITE.bean(Pages.class).at(new Address("/i/" + old, Map.of(), Lang.EN)).hasMoved()).isFalse();
    }
}
