/** What was: vintages, revisions and changes, and how to go back to them. Nothing is lost, so everything can be. */
@NullMarked
package io.raceboard.history;

import org.jspecify.annotations.NullMarked;
