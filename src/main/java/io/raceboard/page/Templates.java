package io.raceboard.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Renders the precompiled templates of {@code src/main/jte}; everything printed is escaped for its place. */
@Component
public class Templates {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.raceboard.templates");
    private final MessageSource messages;

    Templates(MessageSource messages) {
        this.messages = messages;
    }

    /** The words of this language, for the {@code words} parameter that every template takes. */
    public Words words(io.raceboard.catalog.Lang lang) {
        return new Words(messages, lang);
    }

    /**
     * @param template path below {@code src/main/jte}, such as {@code board/overview.jte}
     * @param params by name of the template's {@code @param}
     */
    public String render(String template, Map<String, Object> params) {
        var output = new StringOutput(16_384);
        engine.render(template, params, output);
        return output.toString();
    }
}
