/** What only a real browser shows: the harness, and the tests of whole pages that use it. */
@NullMarked
package io.raceboard.browser;

import org.jspecify.annotations.NullMarked;
