/** {@code make bench}: how fast the packaged program is, beside a bare page that draws the same charts. */
@NullMarked
package io.raceboard.bench;

import org.jspecify.annotations.NullMarked;
