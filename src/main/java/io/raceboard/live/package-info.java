/** What all open pages read: immutable snapshots, loaded once per change, and the news that they changed. */
@NullMarked
package io.raceboard.live;

import org.jspecify.annotations.NullMarked;
