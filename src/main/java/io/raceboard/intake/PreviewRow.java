package io.raceboard.intake;

import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.Verdict;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file as the preview shows it.
 *
 * @param row as a spreadsheet program shows it
 * @param typed the value as it was written in the file
 * @param now what it will say
 * @param before what the store says; null for nothing
 */
record PreviewRow(int row, String indicator, String entity, String estimator, String period, String typed,
        Says now, @Nullable Says before) {

    /** What a value says; numbers as plain texts, empty for none. */
    record Says(String value, String low, String high, String status, boolean partial, boolean withdrawn,
            String source, String note) {

        static Says of(ObservationDraft draft) {
            return new Says(plain(draft.amount()), plain(draft.low()), plain(draft.high()), draft.status(),
                    draft.partial(), draft.withdrawn(), draft.source(), draft.note() == null ? "" : draft.note());
        }

        static Says of(Verdict.Before before) {
            return new Says(plain(before.amount()), plain(before.low()), plain(before.high()),
                    before.status().code(), before.partial(), before.withdrawn(), before.source(),
                    before.note() == null ? "" : before.note());
        }

        private static String plain(@Nullable BigDecimal number) {
            // A number with a hundred million zeros is refused by the ledger and shown as it was written.
            return number == null ? "" : Math.abs(number.scale()) > 100 ? number.toString()
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        private void write(DataOutputStream out) throws IOException {
            for (var text : new String[] {value, low, high, status, source, note}) {
                out.writeUTF(RowFault.shorten(text));
            }
            out.writeBoolean(partial);
            out.writeBoolean(withdrawn);
        }

        private static Says read(DataInputStream in) throws IOException {
            var value = in.readUTF();
            var low = in.readUTF();
            var high = in.readUTF();
            var status = in.readUTF();
            var source = in.readUTF();
            var note = in.readUTF();
            return new Says(value, low, high, status, in.readBoolean(), in.readBoolean(), source, note);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(row);
        for (var text : new String[] {indicator, entity, estimator, period, typed}) {
            out.writeUTF(RowFault.shorten(text));
        }
        now.write(out);
        out.writeBoolean(before != null);
        if (before != null) {
            before.write(out);
        }
    }

    static PreviewRow read(DataInputStream in) throws IOException {
        int row = in.readInt();
        var indicator = in.readUTF();
        var entity = in.readUTF();
        var estimator = in.readUTF();
        var period = in.readUTF();
        var typed = in.readUTF();
        var now = Says.read(in);
        return new PreviewRow(row, indicator, entity, estimator, period, typed, now,
                in.readBoolean() ? Says.read(in) : null);
    }
}
