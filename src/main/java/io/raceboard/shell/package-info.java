/** The frame around every page: first HTML, live region, language, errors, search. */
@NullMarked
package io.raceboard.shell;

import org.jspecify.annotations.NullMarked;
