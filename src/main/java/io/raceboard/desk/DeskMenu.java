package io.raceboard.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What is in the desk's menu, for one person: the views that say so by {@link Menu} and that the person may open. */
final class DeskMenu {

    private DeskMenu() {
    }

    /**
     * @param title key of its message
     * @param order smaller comes first; another hundred begins another group
     */
    record Entry(Class<? extends Component> view, String title, double order) {

        long group() {
            return (long) Math.floor(order / 100);
        }
    }

    static List<Entry> of(Person person) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .<Class<? extends Component>>map(route -> route.getNavigationTarget())
                .distinct()
                .filter(view -> view.isAnnotationPresent(Menu.class) && open(view, person))
                .map(DeskMenu::entry)
                .sorted(Comparator.comparingDouble(Entry::order).thenComparing(Entry::title))
                .toList();
    }

    /** Whether this person may open this view of the desk. */
    static boolean open(Class<?> view, Person person) {
        if (view.isAnnotationPresent(PermitAll.class)) {
            return true;
        }
        var roles = view.getAnnotation(RolesAllowed.class);
        return roles != null && Arrays.stream(roles.value()).map(Role::valueOf).anyMatch(person::may);
    }

    private static Entry entry(Class<? extends Component> view) {
        var menu = view.getAnnotation(Menu.class);
        return new Entry(view, menu.title(), menu.order());
    }
}
