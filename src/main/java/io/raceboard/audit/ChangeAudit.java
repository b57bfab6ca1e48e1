package io.raceboard.audit;

import io.raceboard.ledger.ChangeSaved;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No change of data without an entry: written in the transaction of the change itself. */
@Component
class ChangeAudit {

    private final Audit audit;
    private final AuditQueries queries;
    private final ObjectProvider<Caller> caller;

    ChangeAudit(Audit audit, AuditQueries queries, ObjectProvider<Caller> caller) {
        this.audit = audit;
        this.queries = queries;
        this.caller = caller;
    }

    @EventListener
    void saved(ChangeSaved change) {
        var line = queries.change(change.changeId());
        var kind = switch (line.kind()) {
            case "import", "bundled" -> AuditKind.IMPORT;
            case "restore", "undo" -> AuditKind.RESTORE;
            default -> AuditKind.CHANGE;
        };
        var from = caller.getIfAvailable();
        var touched = String.join(", ", change.indicators().stream().sorted().limit(20).toList());
        audit.record(kind, line.actor(), from == null ? "" : from.address(), "change " + change.changeId(),
                "%s from %s%s%s".formatted(line.kind(), line.origin(), touched.isEmpty() ? "" : ": " + touched,
                        line.reason() == null ? "" : ". Reason: " + line.reason()));
    }
}
