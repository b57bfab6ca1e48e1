package io.raceboard.desk;

import com.vaadin.flow.component.UI;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Words;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Every word on the desk's screens, in the language of who is signed in. */
@Component
public class DeskWords {

    private final MessageSource messages;
    private final SignedIn signedIn;

    DeskWords(MessageSource messages, SignedIn signedIn) {
        this.messages = messages;
        this.signedIn = signedIn;
    }

    /** The message of this key with its placeholders filled in. */
    public String say(String key, Object... values) {
        return words().say(key, values);
    }

    public Lang lang() {
        return signedIn.signIn().map(signIn -> signIn.person().lang())
                .orElseGet(() -> UI.getCurrent() != null && UI.getCurrent().getLocale().getLanguage().equals("zh")
                        ? Lang.ZH : Lang.EN);
    }

    /** The other language's words, for what leads to it. */
    public Words in(Lang lang) {
        return new Words(messages, lang);
    }

    public Words words() {
        return new Words(messages, lang());
    }
}
