package io.raceboard.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import io.raceboard.page.Page;
import io.raceboard.page.Pages;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every public page: shows the shared document of its address, and its next version as soon as there is one. */
@Route("")
@RouteAlias(":path*")
@AnonymousAllowed
class ReadingView extends Composite<LiveRegion> implements BeforeEnterObserver, HasDynamicTitle {

    private final Pages pages;
    private final ReadModel readModel;
    private Address address = new Address("/", Map.of(), Lang.EN);
    private Page page;

    ReadingView(Pages pages, ReadModel readModel) {
        this.pages = pages;
        this.readModel = readModel;
        this.page = pages.at(address);
        Signal.effect(this, () -> {
            readModel.news().get();
            show(readModel.versions());
        });
    }

    @Override
    protected LiveRegion initContent() {
        return new LiveRegion();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = address(entering.getLocation());
        page = pages.at(address);
        show(readModel.versions());
    }

    @Override
    public String getPageTitle() {
        return pages.title(address);
    }

    private void show(Versions versions) {
        getContent().show("/live/" + versions.stamp(page.version(versions)) + address.href());
    }

    private static Address address(Location location) {
        var params = new LinkedHashMap<String, String>();
        location.getQueryParameters().getParameters()
                .forEach((name, values) -> params.put(name, String.join(",", values)));
        return Addresses.of(location.getPath(), params, Lang.EN);
    }
}
