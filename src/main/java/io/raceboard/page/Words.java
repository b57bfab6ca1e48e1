package io.raceboard.page;

import io.raceboard.catalog.Lang;
import org.springframework.context.MessageSource;

/** Every word on screen, in one language, from the message bundles under {@code messages/}. */
public record Words(MessageSource messages, Lang lang) {

    /**
     * The message of this key with its placeholders {@code {0}}, {@code {1}} filled in; pass numbers as text that
     * {@link Numbers} made.
     *
     * @throws org.springframework.context.NoSuchMessageException when the key is in no bundle
     */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, lang.locale());
    }
}
