package io.raceboard.backup;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and hashes of all tables of an embedded store, row by row as they are, accounts and logs included. */
final class RawDigest {

    private RawDigest() {
    }

    static Map<String, String> of(Connection store) throws SQLException {
        var digests = new TreeMap<String, String>();
        for (var table : tables(store)) {
            digests.put(table.toLowerCase(java.util.Locale.ROOT), digest(store, table));
        }
        return digests;
    }

    private static List<String> tables(Connection store) throws SQLException {
        var names = new ArrayList<String>();
        try (var found = store.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE", "TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static String digest(Connection store, String table) throws SQLException {
        var hash = JournalLines.sha256();
        long rows = 0;
        try (var statement = store.createStatement();
                var row = statement.executeQuery("select * from \"%s\"%s".formatted(table, order(store, table)))) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int i = 1; i <= columns; i++) {
                    hash.update((row.getString(i) + "\u001f").getBytes(StandardCharsets.UTF_8));
                }
                rows++;
            }
        }
        return rows + " rows, " + HexFormat.of().formatHex(hash.digest()).substring(0, 32);
    }

    private static String order(Connection store, String table) throws SQLException {
        var keys = new TreeMap<Short, String>();
        try (var found = store.getMetaData().getPrimaryKeys(null, "PUBLIC", table)) {
            while (found.next()) {
                keys.put(found.getShort("KEY_SEQ"), "\"" + found.getString("COLUMN_NAME") + "\"");
            }
        }
        return keys.isEmpty() ? "" : " order by " + String.join(", ", keys.values());
    }
}
