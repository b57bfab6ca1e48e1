/** That nothing is lost even if the store is: a journal of every change as text, backups, an export, and the way back. */
@NullMarked
package io.raceboard.backup;

import org.jspecify.annotations.NullMarked;
