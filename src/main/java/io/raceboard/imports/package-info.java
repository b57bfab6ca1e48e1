/** Files in the data set's form: read, checked row by row, handed to the ledger. */
@NullMarked
package io.raceboard.imports;

import org.jspecify.annotations.NullMarked;
