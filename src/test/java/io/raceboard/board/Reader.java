package io.raceboard.board;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import java.nio.charset.StandardCharsets;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words that readers see, without starting the program. */
final class Reader {

    static final Words ENGLISH = new Words(messages(), Lang.EN);
    static final Words CHINESE = new Words(messages(), Lang.ZH);

    private Reader() {
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/board", "messages/chart", "messages/policy", "messages/shell");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
