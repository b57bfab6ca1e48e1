package io.raceboard.review;

import io.raceboard.access.Person;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.audit.Caller;
import org.springframework.stereotype.Component;

/** Writes into the audit log what is done about proposals and settings. */
@Component
class AuditedReview implements ReviewLog {

    private final Audit audit;
    private final Caller caller;

    AuditedReview(Audit audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @Override
    public void proposal(Person who, long id, String deed) {
        audit.record(AuditKind.REVIEW, who.name(), caller.address(), "proposal " + id, deed);
    }

    @Override
    public void rule(Person who, String topic, FourEyes before, FourEyes after) {
        audit.record(AuditKind.SETTING, who.name(), caller.address(), "four-eyes rule of " + topic,
                "%s, was %s".formatted(after.code(), before.code()));
    }
}
