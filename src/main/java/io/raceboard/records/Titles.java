package io.raceboard.records;

import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.ledger.Fault.Kind;
import java.util.Map;

/** What people call a record, from its parts. */
final class Titles {

    private Titles() {
    }

    static String of(RecordKind kind, Map<String, ?> body, Lang lang) {
        return of(kind.kind(), body, lang);
    }

    static String of(Kind kind, Map<String, ?> body, Lang lang) {
        var name = kind == Kind.UNIT ? "label" : "title";
        var plain = body.get("title");
        var en = body.get(name + "_en");
        var zh = body.get(name + "_zh");
        if (en == null) {
            return plain != null ? plain.toString()
                    : kind == Kind.SERIES ? body.get("indicator") + "/" + body.get("entity") + "/" + body.get("estimator")
                    : "";
        }
        return new Label(en.toString(), zh == null ? null : zh.toString()).in(lang);
    }
}
