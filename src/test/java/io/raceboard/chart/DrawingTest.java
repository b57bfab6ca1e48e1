package io.raceboard.chart;

import static io.raceboard.chart.Made.GIGAWATTS;
import static io.raceboard.chart.Made.at;
import static io.raceboard.chart.Made.between;
import static io.raceboard.chart.Made.chart;
import static io.raceboard.chart.Made.from;
import static io.raceboard.chart.Made.known;
import static io.raceboard.chart.Made.of;
import static io.raceboard.chart.Made.partial;
import static io.raceboard.chart.Made.snapshot;
import static io.raceboard.chart.Made.yearly;
import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Status;
import io.raceboard.live.Series;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DrawingTest {

    @Test
    void everyValueHasItsMark() throws Exception {
        var svg = drawing(chart(yearly(of("us", from("2010", 1, 2, 3, 4, 5)), of("cn", from("2012", 3, 9)))));
        assertThat(all(svg, "point")).hasSize(7);
        assertThat(all(svg, "line")).hasSize(2);
    }

    @Test
    void everyValueIsOnALineWhereMarksWouldCrowd() throws Exception {
        var many = IntStream.range(0, 200).mapToDouble(i -> i).toArray();
        var svg = drawing(chart(snapshot(Draw.LINE, Cadence.MONTH, GIGAWATTS, of("us", from("2005-01", many)))));
        var path = all(svg, "line").getFirst().getAttribute("d");
        assertThat(path.split("[ML]")).hasSize(201);
        assertThat(all(svg, "point")).hasSize(1);
    }

    @Test
    void everyValueHasItsColumnOrBar() throws Exception {
        assertThat(all(drawing(chart(snapshot(Draw.COLUMNS, Cadence.YEAR, GIGAWATTS, of("us", from("2010", 1, 2, 3)),
                of("cn", from("2011", 5, 6))))), "column")).hasSize(5);
        assertThat(all(drawing(chart(snapshot(Draw.BARS, Cadence.YEAR, GIGAWATTS, of("us", at("2010", 1)),
                of("cn", at("2011", 5))))), "bar")).hasSize(2);
        assertThat(all(drawing(chart(snapshot(Draw.DOTS, Cadence.IRREGULAR, GIGAWATTS,
                of("us", from("2010", 1, 2, 3))))), "point")).hasSize(3);
    }

    @Test
    void aGapYieldsTwoPiecesOfLine() throws Exception {
        var svg = drawing(chart(yearly(of("us", at("2019", 1), at("2020", 2), at("2022", 3), at("2023", 3)))));
        assertThat(all(svg, "line")).hasSize(2);
    }

    @Test
    void nothingThatIsNotYetKnownIsSolid() throws Exception {
        var svg = drawing(chart(yearly(of("us", at("2023", 1), at("2024", 2), known("2025", 3, Status.ANNOUNCED),
                known("2026", 4, Status.PROJECTION), known("2027", 5, Status.PROJECTION)),
                of("cn", at("2024", 2), at("2025", 3), partial("2026", 1)))));
        assertThat(all(svg, "projection").stream().filter(e -> classes(e).contains("line"))).singleElement()
                .satisfies(e -> assertThat(e.getAttribute("stroke-dasharray")).isNotEmpty());
        assertThat(all(svg, "partial").stream().filter(e -> classes(e).contains("line"))).singleElement()
                .satisfies(e -> assertThat(e.getAttribute("stroke-dasharray")).startsWith("1 "));
        assertThat(all(svg, "point").stream().filter(e -> !classes(e).contains("actual")))
                .hasSize(4).allSatisfy(e -> assertThat(e.getAttribute("fill")).startsWith("var(--surface"));
        assertThat(all(svg, "today")).hasSize(1);
    }

    @Test
    void intervalsAreBandsAndSingleOnesWhiskers() throws Exception {
        var band = drawing(chart(yearly(of("us", between("2020", 1, 2, 3), between("2021", 2, 3, 4)))));
        assertThat(all(band, "band")).hasSize(1);
        assertThat(all(band, "whisker")).isEmpty();
        var single = drawing(chart(yearly(of("us", at("2020", 2), between("2021", 2, 3, 4)))));
        assertThat(all(single, "band")).isEmpty();
        assertThat(all(single, "whisker")).hasSize(1);
    }

    @Test
    void namesAtLineEndsDoNotMeet() throws Exception {
        var lines = new ArrayList<Series>();
        for (int i = 0; i < 12; i++) {
            lines.add(of("e" + i, from("2020", i, 50 + i * 0.1)));
        }
        var svg = drawing(chart(yearly(lines.toArray(Series[]::new))));
        var heights = all(svg, "end-name").stream().map(e -> e.getAttribute("y").replace("%", ""))
                .map(y -> Double.parseDouble(y) * 3.6).sorted().toList();
        assertThat(heights).hasSize(12);
        for (int i = 1; i < heights.size(); i++) {
            assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThan(13.8);
        }
    }

    @Test
    void whatPeopleWroteStaysText() throws Exception {
        var snapshot = yearly(of("<script>alert(1)</script>", at("2020", 1)));
        var markup = Drawing.svg(chart(snapshot), 640, 360);
        assertThat(markup).doesNotContain("<script>").contains("&lt;");
        parse(markup);
    }

    @Test
    void hasANameAndADescription() throws Exception {
        var chart = chart(yearly(of("us", from("2020", 1, 2))));
        var svg = drawing(chart).getDocumentElement();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Solar capacity");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(chart.summary());
    }

    @Test
    void anEmptyChartIsStillADrawing() throws Exception {
        parse(Drawing.svg(chart(yearly()), 640, 360));
        parse(Drawing.spark(chart(yearly())));
        parse(Drawing.svg(chart(snapshot(Draw.BARS, Cadence.YEAR, GIGAWATTS)), 640, 360));
        parse(Drawing.svg(chart(snapshot(Draw.COLUMNS, Cadence.YEAR, GIGAWATTS)), 640, 360));
    }

    @Test
    void theSmallFormHasNoText() throws Exception {
        var spark = parse(Drawing.spark(chart(yearly(of("us", from("2020", 1, 2, 3))))));
        assertThat(spark.getElementsByTagName("text").getLength()).isZero();
        assertThat(all(spark, "line")).hasSize(1);
    }

    @Test
    void manyBarsNeedMoreRoom() {
        var bars = IntStream.range(0, 20).mapToObj(i -> of("e" + i, at("2020", i))).toArray(Series[]::new);
        assertThat(Drawing.height(chart(snapshot(Draw.BARS, Cadence.YEAR, GIGAWATTS, bars)), 360)).isEqualTo(800);
        assertThat(Drawing.height(chart(yearly(of("us", at("2020", 1)))), 360)).isEqualTo(360);
    }

    private static Document drawing(Chart chart) throws Exception {
        return parse(Drawing.svg(chart, 640, 360));
    }

    private static Document parse(String markup) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }

    private static List<Element> all(Document svg, String style) {
        var all = svg.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i))
                .filter(e -> classes(e).contains(style)).toList();
    }

    private static List<String> classes(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }
}
