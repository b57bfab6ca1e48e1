package io.raceboard.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a service's method asks of the {@link Person} who acts, whatever view it is called from. The method
 * itself refuses others, by {@link Person#require}; a test calls each as every role.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Role value();
}
