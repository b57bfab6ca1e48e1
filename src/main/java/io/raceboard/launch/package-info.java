/** How the program comes up and says that it is well: the practice start for the JVM's cache, the health of the store. */
@NullMarked
package io.raceboard.launch;

import org.jspecify.annotations.NullMarked;
