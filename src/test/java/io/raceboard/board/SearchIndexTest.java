package io.raceboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.page.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchIndexTest {

    private static final BundledSnapshots BUNDLED = BundledSnapshots.read();
    private static final SearchIndex INDEX = new SearchIndex(BUNDLED.catalog(), BUNDLED.bySlug().values(), List.of(),
            Reader.ENGLISH, Reader.CHINESE);

    private static List<String> find(String query, Words words) {
        return INDEX.find(query, words).stream().map(SearchIndex.Hit::href).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            power                     | /t/power
            Open models               | /t/models
            chips                     | /t/chips
            policy                    | /policy
            solar added               | /i/capacity-additions-solar
            capacity-additions-solar  | /i/capacity-additions-solar
            SOLAR CAPACITY            | /i/capacity-additions-solar
            photovoltaic              | /i/capacity-additions-solar
            reactor                   | /i/nuclear-reactors-under-construction
            nuclear under construc    | /i/nuclear-reactors-under-construction
            huawei                    | /i/huawei-ascend-units
            ascend chips              | /i/huawei-ascend-units
            nvidia compute            | /i/huawei-share-of-nvidia-compute
            h100e                     | /help#h100e
            H20                       | /i/accelerator-units?entities=nvidia-h20
            months behind             | /i/epoch-eci-lag
            openrouter tokens         | /i/openrouter-tokens-total
            token                     | /help#token
            token price               | /i/token-price-blended
            deepseek                  | /i/arena-open-top20-count-by-lab?entities=deepseek
            qwen                      | /i/hf-family-downloads-cumulative?entities=qwen
            capex                     | /i/hyperscaler-capex-usd-bn
            smuggled                  | /i/smuggled-chips
            style control             | /help#style-control
            data centre electricity   | /i/datacenter-electricity-use
            PJM                       | /i/reserve-margin-target?entities=pjm
            european union            | /i/capacity-additions-solar?entities=eu
            yield                     | /i/ascend-yield-pct
            """)
    void findsInEnglish(String query, String href) {
        assertThat(find(query, Reader.ENGLISH)).as(query).contains(href);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            电力     | /t/power?lang=zh
            光伏     | /i/capacity-additions-solar?lang=zh
            太阳能   | /i/capacity-additions-solar?lang=zh
            华为     | /i/huawei-ascend-units?lang=zh
            核电     | /i/nuclear-reactors-under-construction?lang=zh
            词元     | /help?lang=zh#token
            走私     | /i/smuggled-chips?lang=zh
            """)
    void findsInChinese(String query, String href) {
        assertThat(find(query, Reader.CHINESE)).as(query).contains(href);
    }

    @Test
    void theBestFitComesFirst() {
        assertThat(find("solar capacity added per year", Reader.ENGLISH)).first()
                .isEqualTo("/i/capacity-additions-solar");
        assertThat(find("power", Reader.ENGLISH)).first().isEqualTo("/t/power");
    }

    @Test
    void allWordsMustBeFoundAndHitsAreFew() {
        assertThat(find("solar atlantis", Reader.ENGLISH)).isEmpty();
        assertThat(find("a", Reader.ENGLISH)).hasSize(SearchIndex.MOST);
        assertThat(find("  ", Reader.ENGLISH)).isEmpty();
        assertThat(find("x".repeat(10_000), Reader.ENGLISH)).isEmpty();
    }
}
