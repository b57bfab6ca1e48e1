/**
 * Between a form and the ledger: who may publish at once and what a second pair of eyes has to accept first, what was
 * typed and not saved yet, and who else has a record open.
 */
@NullMarked
package io.raceboard.review;

import org.jspecify.annotations.NullMarked;
