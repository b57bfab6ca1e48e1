/** What administrators see at the desk: people and the log; and everybody's own account. */
@NullMarked
package io.raceboard.admin;

import org.jspecify.annotations.NullMarked;
