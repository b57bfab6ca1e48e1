package io.raceboard.audit;

import io.raceboard.ledger.ChangeSaved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No change of data without an entry: written in the transaction of the change itself. */
@Component
class ChangeAudit {

    private final Audit audit;
    private final ObjectProvider<Caller> caller;

    ChangeAudit(Audit audit, ObjectProvider<Caller> caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @EventListener
    void saved(ChangeSaved change) {
        var act = change.act();
        var kind = switch (act.kind()) {
            case IMPORT, BUNDLED -> AuditKind.IMPORT;
            case RESTORE, UNDO -> AuditKind.RESTORE;
            default -> AuditKind.CHANGE;
        };
        var from = caller.getIfAvailable();
        var touched = String.join(", ", change.indicators().stream().sorted().limit(20).toList());
        audit.record(kind, act.actor(), from == null ? "" : from.address(), "change " + change.changeId(),
                "%s from %s%s%s".formatted(act.kind().code(), act.origin(), touched.isEmpty() ? "" : ": " + touched,
                        act.reason() == null ? "" : ". Reason: " + act.reason()));
    }
}
