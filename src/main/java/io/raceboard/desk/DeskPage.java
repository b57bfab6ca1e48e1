package io.raceboard.desk;

import com.vaadin.flow.component.UI;
import io.raceboard.access.SignIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One open page of the desk, as those see it who live outside of pages. What belongs to the whole program must not name
 * the desk's views: the front-end build would then load their parts on every public page.
 */
interface DeskPage {

    Optional<UI> getUI();

    SignIn signIn();

    /** Looks whether the sign-in still counts and what it may; asks for the password or shows the menu anew. */
    void look();

    /** @param then what was refused, done again once the password was given; null for nothing */
    void ask(@Nullable Runnable then);
}
