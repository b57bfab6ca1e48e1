/** What leaves the site as files: chart data, search hits, descriptions for machines. */
@NullMarked
package io.raceboard.publish;

import org.jspecify.annotations.NullMarked;
