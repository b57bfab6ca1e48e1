package io.raceboard.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditEntry;
import io.raceboard.audit.AuditFilter;
import io.raceboard.audit.AuditKind;
import io.raceboard.audit.AuditQueries;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** The log: who did what, from where, when and why. */
@Route(value = "desk/audit", layout = DeskLayout.class)
@Menu(title = "access.audit", order = 910)
@RolesAllowed("ADMIN")
class AuditView extends Div implements HasDynamicTitle {

    private final Audit audit;
    private final AuditQueries queries;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final TextField text;
    private final MultiSelectComboBox<AuditKind> kinds;
    private final DatePicker from;
    private final DatePicker until;
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Div verdict = new Div();

    AuditView(Audit audit, AuditQueries queries, SignedIn signedIn, DeskWords words) {
        this.audit = audit;
        this.queries = queries;
        this.signedIn = signedIn;
        this.words = words;
        text = new TextField(words.say("access.audit.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        kinds = new MultiSelectComboBox<>(words.say("access.audit.kind"));
        kinds.setItems(AuditKind.values());
        kinds.setItemLabelGenerator(kind -> words.say("access.audit.kind." + kind.code()));
        from = date("access.audit.from");
        until = date("access.audit.until");
        text.addValueChangeListener(change -> refresh());
        kinds.addValueChangeListener(change -> refresh());
        from.addValueChangeListener(change -> refresh());
        until.addValueChangeListener(change -> refresh());
        var export = new Anchor(new AuditFile(audit, queries, signedIn, this::filter),
                words.say("access.audit.export"));
        export.setDownload(true);
        export.addClassName("button");
        var filter = new Div(text, kinds, from, until);
        filter.addClassName("desk-filter");
        verdict.getElement().setAttribute("role", "status");
        columns();
        grid.setItems(query -> {
            signedIn.person().require(Role.ADMIN);
            return queries.page(filter(), query.getOffset(), query.getLimit()).stream();
        });
        add(new PageHead(words.say("access.audit"), words.say("access.audit.about.long"),
                new Button(words.say("access.audit.verify"), click -> verify()), export), verdict, filter, grid);
    }

    @Override
    public String getPageTitle() {
        return words.say("access.audit") + " · Raceboard";
    }

    private void columns() {
        grid.addColumn(entry -> Moments.text(entry.at())).setHeader(words.say("access.audit.at")).setWidth("11.5rem")
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::actor).setHeader(words.say("access.audit.actor")).setWidth("9rem").setFlexGrow(0)
                .setTooltipGenerator(AuditEntry::actor);
        grid.addColumn(entry -> words.say("access.audit.kind." + entry.kind().code()))
                .setHeader(words.say("access.audit.kind")).setWidth("9.5rem").setFlexGrow(0);
        grid.addColumn(AuditEntry::subject).setHeader(words.say("access.audit.subject")).setWidth("11rem")
                .setTooltipGenerator(AuditEntry::subject);
        grid.addColumn(AuditEntry::detail).setHeader(words.say("access.audit.detail")).setWidth("16rem")
                .setFlexGrow(3).setTooltipGenerator(AuditEntry::detail);
        grid.addColumn(AuditEntry::address).setHeader(words.say("access.audit.address")).setWidth("9rem")
                .setFlexGrow(0);
        grid.addClassName("desk-grid");
    }

    private DatePicker date(String label) {
        var field = new DatePicker(words.say(label));
        field.setLocale(java.util.Locale.forLanguageTag("sv"));
        field.setClearButtonVisible(true);
        return field;
    }

    private AuditFilter filter() {
        LocalDate first = from.getValue();
        LocalDate last = until.getValue();
        return new AuditFilter(text.getValue(), Set.copyOf(kinds.getValue()),
                first == null ? null : first.atStartOfDay().toInstant(ZoneOffset.UTC),
                last == null ? null : last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private void verify() {
        signedIn.person().require(Role.ADMIN);
        var found = audit.verify();
        verdict.setText(found.fault().map(fault -> words.say("access.audit.broken", fault))
                .orElseGet(() -> words.say("access.audit.whole", String.valueOf(found.entries()), found.hash())));
        verdict.setClassName(found.fault().isPresent() ? "gate-fault" : "gate-said");
    }
}
