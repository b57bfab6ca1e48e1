package io.raceboard.ledger;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * H2 closes a store that could not be written, as on a full disk, and opens it again for the next connection: those of
 * before are of no use and must leave the pool.
 */
public final class ClosedStore implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED || failure.getErrorCode() == ErrorCode.OBJECT_CLOSED
                ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
