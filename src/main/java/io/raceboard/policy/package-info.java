/** Policy events: the timeline, its lanes and its list. */
@NullMarked
package io.raceboard.policy;

import org.jspecify.annotations.NullMarked;
