package io.raceboard.ledger;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in words why the store does not open, and what to do about it. */
class StoreFailureAnalyzer implements FailureAnalyzer {

    private final Environment settings;

    StoreFailureAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var words = switch (cause) {
                case UnwritableStore unwritable -> unwritable(unwritable);
                case FlywayValidateException ignored -> new String[] {
                    "The store %s was made by another version of Raceboard.".formatted(store()),
                    "Start that version, or a newer one, or name another store in spring.datasource.url."};
                case SQLException sql -> unopened(sql);
                default -> null;
            };
            if (words != null) {
                return new FailureAnalysis(words[0], words[1], failure);
            }
        }
        return null;
    }

    private String @Nullable [] unopened(SQLException sql) {
        return switch (sql.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new String[] {
                "The store %s is in use by another process.".formatted(store()),
                "Stop the other one, or name another store in spring.datasource.url."};
            case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 -> new String[] {
                "The store %s cannot be created or written: %s.".formatted(store(), text(sql)),
                "Check the folder's path, its rights and its free space."};
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1, ErrorCode.LOCK_TIMEOUT_1 ->
                damaged(sql);
            default -> unreachable(sql);
        };
    }

    private String @Nullable [] unreachable(SQLException sql) {
        var state = String.valueOf(sql.getSQLState());
        if (state.startsWith("08")) {
            return new String[] {"The database %s cannot be reached: %s.".formatted(store(), text(sql)),
                "Start it, or correct spring.datasource.url."};
        }
        if (state.startsWith("28") || state.startsWith("3D")) {
            return new String[] {"The database %s does not let Raceboard in: %s.".formatted(store(), text(sql)),
                "Correct spring.datasource.url, username and password."};
        }
        return null;
    }

    private String[] unwritable(UnwritableStore failure) {
        Throwable root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof SQLException sql) {
                // there is nobody to wait for at start: H2 hides a damaged index behind this message
                return sql.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1 ? damaged(sql) : unwritable(sql);
            }
        }
        return unwritable(root);
    }

    private String[] unwritable(Throwable reason) {
        return new String[] {"The store %s can be read but not written: %s.".formatted(store(), text(reason)),
            "Check the rights and the free space of its folder; if both are right, put a backup in its place."};
    }

    private String[] damaged(SQLException sql) {
        return new String[] {"The store %s is damaged: %s.".formatted(store(), text(sql)),
            "Put a backup back (make restore BACKUP=...), or make the store anew from the journal (make rebuild)."};
    }

    /** Where the store is, without what may be secret. */
    private String store() {
        var url = settings.getProperty("spring.datasource.url", "(no URL)");
        if (url.startsWith("jdbc:h2:file:")) {
            return url.substring("jdbc:h2:file:".length()).split(";")[0] + ".mv.db";
        }
        return url.split("[?;]")[0];
    }

    /** The first line of the message, without a stop, the statement that failed, H2's advice and its code. */
    private static String text(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message)
                .replaceFirst("\\.? Possible solution.*", "")
                .replaceFirst("[;.]? ?(SQL statement:)?( ?\\[[0-9-]+])?$", "");
    }
}
