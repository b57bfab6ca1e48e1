package io.raceboard.records;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;
import io.raceboard.records.Part.Type;
import io.raceboard.review.KeepsTyped;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of record, in groups; what is wrong stands at each. */
class RecordForm extends Composite<Div> {

    private final RecordKind kind;
    private final Words words;
    private final SequencedMap<String, PartField<?>> fields = new LinkedHashMap<>();
    private boolean named;

    RecordForm(RecordKind kind, PickQueries picks, Words words) {
        this.kind = kind;
        this.words = words;
        var make = new PartFields(picks, words);
        getContent().addClassName("record-form");
        for (var group : Parts.of(kind)) {
            var grid = new Div();
            grid.addClassName("record-fields");
            for (var part : group.parts()) {
                var field = make.field(part);
                fields.put(part.name(), field);
                grid.add(field.component());
            }
            getContent().add(new Section(new H2(words.say("records.group." + group.code())), grid));
        }
        if (kind == RecordKind.EVENT) {
            followLastStep();
        }
    }

    /** The status is that of the last step. */
    @SuppressWarnings("unchecked")
    private void followLastStep() {
        ((HasValue<?, String>) fields.get("history").value()).addValueChangeListener(change -> {
            var last = StatusSteps.last(change.getValue());
            if (!last.isEmpty() && change.isFromClient()) {
                fields.get("status").show(last);
            }
        });
    }

    /** A new record gets a name in addresses from its title, until somebody types another. */
    @SuppressWarnings("unchecked")
    void nameByTitle() {
        var title = (HasValue<?, String>) fields.get(kind == RecordKind.SOURCE ? "title" : "title_en").value();
        var slug = (HasValue<?, String>) fields.get(kind.key()).value();
        slug.addValueChangeListener(typed -> named = named || typed.isFromClient());
        title.addValueChangeListener(typed -> {
            if (!named && typed.isFromClient()) {
                slug.setValue(slug(typed.getValue()));
            }
        });
    }

    static String slug(String title) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.length() > 80 ? plain.substring(0, 80).replaceAll("-[^-]*$", "") : plain;
    }

    /** Old records are renamed by an act of its own. */
    void nameIsFixed() {
        fields.get(kind.key()).value().setReadOnly(true);
    }

    void readOnly() {
        fields.values().forEach(field -> field.value().setReadOnly(true));
    }

    void keep(KeepsTyped typed) {
        fields.values().forEach(field -> field.keep(typed));
    }

    SequencedMap<String, PartField<?>> fields() {
        return fields;
    }

    /** All parts as text. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> texts.put(name, field.text()));
        return texts;
    }

    void show(Map<String, String> texts) {
        fields.forEach((name, field) -> {
            field.show(texts.getOrDefault(name, ""));
            field.fault(null);
        });
    }

    /** The record as the ledger takes it; empty when something is no number, which then stands at the field. */
    java.util.Optional<Map<String, @Nullable Object>> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        boolean sound = true;
        for (var field : fields.values()) {
            var part = field.part();
            var text = field.text();
            field.fault(null);
            if (text.isEmpty()) {
                if (part.required()) {
                    field.fault(words.say("records.fault.missing", field.label()));
                    sound = false;
                }
                body.put(part.name(), part.type() == Type.YES_OR_NO ? Boolean.FALSE : null);
            } else if (part.type() == Type.WHOLE) {
                if (text.matches("-?\\d{1,9}")) {
                    body.put(part.name(), Integer.valueOf(text));
                } else {
                    field.fault(words.say("records.fault.no-whole-number", field.label(), text));
                    sound = false;
                }
            } else {
                body.put(part.name(), part.type() == Type.YES_OR_NO ? Boolean.valueOf(text) : text);
            }
        }
        if ("new".equals(body.get(kind.key()))) {
            fields.get(kind.key()).fault(words.say("records.fault.slug-taken", field(kind.key()).label(), "new"));
            sound = false;
        }
        return sound ? java.util.Optional.of(body) : java.util.Optional.empty();
    }

    private PartField<?> field(String name) {
        return fields.get(name);
    }

    /**
     * Shows what the ledger says at the fields that it means.
     *
     * @return sentences that belong to no field
     */
    List<String> show(List<Fault> faults) {
        var others = new ArrayList<String>();
        for (var fault : faults) {
            var field = fields.get(fault.field());
            if (field == null || fault.kind() != kind.kind()) {
                others.add(Sentences.of(fault, words));
            } else {
                field.fault(Sentences.of(fault, words));
            }
        }
        goToFirstFault();
        return others;
    }

    /** So that nobody has to look for it. */
    void goToFirstFault() {
        fields.values().stream().filter(f -> f.validation().isInvalid()).findFirst()
                .ifPresent(f -> f.component().getElement().executeJs(
                        "this.scrollIntoView({block: 'center'}); (this.focus ? this : this.querySelector('input')).focus()"));
    }

    /** What stands in a record's body, as texts. */
    static Map<String, String> texts(Map<String, ?> body) {
        var texts = new LinkedHashMap<String, String>();
        body.forEach((name, value) -> texts.put(name, value == null ? "" : value.toString()));
        return texts;
    }
}
