package io.raceboard.admin;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditEntry;
import io.raceboard.audit.AuditFilter;
import io.raceboard.audit.AuditKind;
import io.raceboard.audit.AuditQueries;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The log as a file for spreadsheets, as far as the filter lets it through, page by page. */
class AuditFile implements DownloadHandler {

    private static final int AT_ONCE = 1000;

    private final transient Audit audit;
    private final transient AuditQueries queries;
    private final transient SignedIn signedIn;
    private final transient Supplier<AuditFilter> filter;

    AuditFile(Audit audit, AuditQueries queries, SignedIn signedIn, Supplier<AuditFilter> filter) {
        this.audit = audit;
        this.queries = queries;
        this.signedIn = signedIn;
        this.filter = filter;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        var person = signedIn.person().require(Role.ADMIN);
        var wanted = filter.get();
        audit.record(AuditKind.EXPORT, person.name(), signedIn.address(), "log", wanted.toString());
        event.setFileName("raceboard-log.csv");
        event.setContentType("text/csv; charset=utf-8");
        // The mark at the beginning is how spreadsheets know that it is UTF-8.
        var out = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        try (var file = CsvWriter.builder().build(out)) {
            file.writeRecord("id", "at", "kind", "actor", "address", "subject", "detail", "previous_hash", "hash");
            long before = Long.MAX_VALUE;
            while (true) {
                var entries = queries.before(wanted, before, AT_ONCE);
                for (var entry : entries) {
                    write(file, entry);
                    before = entry.id();
                }
                if (entries.size() < AT_ONCE) {
                    return;
                }
            }
        }
    }

    private static void write(CsvWriter file, AuditEntry entry) {
        file.writeRecord(String.valueOf(entry.id()), entry.at().toString(), entry.kind().code(), safe(entry.actor()),
                safe(entry.address()), safe(entry.subject()), safe(entry.detail()), entry.previousHash(),
                entry.hash());
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises. */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
