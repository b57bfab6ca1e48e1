package io.raceboard.board;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Addresses;
import io.raceboard.page.Pages;
import io.raceboard.page.Rendered;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** All public pages on the bundled data, without a browser and without a port; made once for all tests. */
public final class BoardSite {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static BoardSite site;

    private final ConfigurableApplicationContext context;

    private BoardSite() {
        context = new SpringApplicationBuilder(Parts.class).web(WebApplicationType.NONE)
                .run("--spring.datasource.url=jdbc:h2:mem:board;DB_CLOSE_DELAY=-1", "--logging.level.root=warn",
                        "--spring.main.lazy-initialization=false");
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    public static synchronized BoardSite open() {
        if (site == null) {
            site = new BoardSite();
        }
        return site;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** @param href as in a link: {@code /i/slug?tab=table&lang=zh} */
    Rendered page(String href) {
        var parts = href.split("\\?", 2);
        Map<String, String> params = new LinkedHashMap<>();
        if (parts.length > 1) {
            for (var pair : parts[1].split("&")) {
                var nameAndValue = pair.split("=", 2);
                params.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        return bean(Pages.class).at(Addresses.of(parts[0], params, Lang.EN)).render();
    }

    /** The page's content as a browser sees it. */
    Document html(String href) {
        return Jsoup.parse(page(href).html());
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class,
            JacksonAutoConfiguration.class, MessageSourceAutoConfiguration.class})
    @ComponentScan({"io.raceboard.ledger", "io.raceboard.imports", "io.raceboard.live", "io.raceboard.page",
            "io.raceboard.policy", "io.raceboard.publish", "io.raceboard.board"})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
