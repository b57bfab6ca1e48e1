package io.raceboard.entry;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.page.Words;
import io.raceboard.quantity.PeriodText;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Asks for a source that the store does not know; it is written together with the first value that names it. */
class NewSourceDialog extends Dialog {

    private static final String[] KINDS =
            {"facts", "quote-only", "attribution", "public-domain", "share-alike", "unknown"};

    private final Words words;
    private final TextField title;
    private final TextField publisher;
    private final TextField address;
    private final TextField published;
    private final TextField licence;
    private final Select<String> kind = new Select<>();
    private final Checkbox passOn;

    /**
     * @param typed an address or a title to begin with
     * @param taken whether a slug is in use
     */
    NewSourceDialog(Words words, String typed, Predicate<String> taken, Consumer<Source> done) {
        this.words = words;
        setHeaderTitle(words.say("entry.source.new"));
        addClassName("entry-dialog");
        title = field("entry.source.title");
        publisher = field("entry.source.publisher");
        address = field("entry.source.address");
        published = field("entry.source.published");
        published.setHelperText(words.say("entry.source.published.help"));
        licence = field("entry.source.licence");
        passOn = new Checkbox(words.say("entry.source.pass-on"));
        kind.setLabel(words.say("entry.source.kind"));
        kind.setItems(KINDS);
        kind.setItemLabelGenerator(code -> words.say("entry.source.kind." + code));
        kind.addValueChangeListener(chosen -> suggestLicence(chosen.getOldValue()));
        kind.setValue("facts");
        begin(typed);
        var form = new Div(title, publisher, address, published, kind, licence, passOn);
        form.addClassName("desk-form");
        add(form);
        var go = new Button(words.say("entry.source.use"), click -> finish(taken, done));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), go);
    }

    private void begin(String typed) {
        var text = typed.strip();
        if (text.matches("(?i)https?://\\S+")) {
            address.setValue(text);
            publisher.setValue(host(text));
            title.setAutofocus(true);
        } else {
            title.setValue(text);
            publisher.setAutofocus(true);
        }
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host.replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException oddAddress) {
            return "";
        }
    }

    private TextField field(String key) {
        var field = new TextField(words.say(key));
        field.setWidthFull();
        field.setManualValidation(true);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return field;
    }

    /** What kind of licence it is says most of it; a licence that was typed stays. */
    private void suggestLicence(String before) {
        if (licence.isEmpty() || before != null && licence.getValue().equals(words.say("entry.source.kind." + before))) {
            licence.setValue(words.say("entry.source.kind." + kind.getValue()));
        }
        passOn.setValue(!kind.getValue().equals("quote-only") && !kind.getValue().equals("unknown"));
    }

    private void finish(Predicate<String> taken, Consumer<Source> done) {
        boolean whole = isGiven(title) & isGiven(publisher) & isGiven(licence) & isAddress() & isPublished();
        if (!whole) {
            return;
        }
        done.accept(new Source(slug(taken), title.getValue().strip(), publisher.getValue().strip(),
                address.isEmpty() ? null : address.getValue().strip(),
                published.isEmpty() ? null : PeriodText.read(published.getValue()).map(Period::text).orElseThrow(),
                licence.getValue().strip(), kind.getValue(), passOn.getValue(),
                kind.getValue().equals("share-alike"), null));
        close();
    }

    private boolean isGiven(TextField field) {
        return check(field, !field.getValue().isBlank(), "entry.source.missing");
    }

    private boolean isAddress() {
        return check(address, address.isEmpty() || address.getValue().strip().matches("https?://[^\\s<>\"]+"),
                "entry.source.bad-address");
    }

    private boolean isPublished() {
        return check(published, published.isEmpty() || PeriodText.read(published.getValue()).isPresent(),
                "entry.source.bad-date");
    }

    private boolean check(TextField field, boolean good, String key) {
        field.setErrorMessage(words.say(key));
        field.setInvalid(!good);
        return good;
    }

    /** {@code nea-2025-monthly-statistics}: publisher, year, title, in letters that an address can hold. */
    private String slug(Predicate<String> taken) {
        var year = published.isEmpty() ? "" : published.getValue().replaceAll("[^0-9].*", "");
        var words = (publisher.getValue() + " " + year + " " + title.getValue()).toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var base = words.isEmpty() ? "source" : words.length() > 60 ? words.substring(0, 60).replaceAll("-[^-]*$", "") : words;
        var slug = base;
        for (int i = 2; taken.test(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }
}
