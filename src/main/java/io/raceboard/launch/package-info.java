/** How the program comes up and says that it is well: practice start for the JVM's cache, health of the store. */
@NullMarked
package io.raceboard.launch;

import org.jspecify.annotations.NullMarked;
