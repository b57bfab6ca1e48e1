/** The only way to write: checks a batch, then writes vintages and one change in one transaction. */
@NullMarked
package io.raceboard.ledger;

import org.jspecify.annotations.NullMarked;
