/** Public pages as shared documents: an address in, one rendered page per data version and language out. */
@NullMarked
package io.raceboard.page;

import org.jspecify.annotations.NullMarked;
