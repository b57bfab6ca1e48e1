package io.raceboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Address;
import io.raceboard.page.PageKind;
import io.raceboard.page.Pages;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What readers get of a page that the server cannot make. */
class FailingPageTest {

    private static Pages pages;

    @BeforeAll
    static void withAPageThatFails() {
        var context = new AnnotationConfigApplicationContext();
        context.setParent(BoardSite.open().context());
        PageKind failing = address -> {
            throw new IllegalStateException("a fault of the program");
        };
        context.registerBean(PageKind.class, () -> failing);
        context.registerBean("failingPages", Pages.class);
        context.refresh();
        pages = context.getBean("failingPages", Pages.class);
    }

    @Test
    void itStandsInTheFrameAndSaysSo() {
        var document = pages.document(new Address("/failing", Map.of(), Lang.EN));
        assertThat(document.page().status()).isEqualTo(500);
        assertThat(document.body()).contains("site-header", "This page cannot be shown", "/failing")
                .doesNotContain("a fault of the program");
    }
}
