package io.raceboard.imports;

import io.raceboard.ledger.WriteProbe;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What happens between the opening of the store and the opening of the port: a failure here stops the start. */
@Component
class StoreStart implements SmartInitializingSingleton {

    private final WriteProbe probe;
    private final BundledData data;

    StoreStart(WriteProbe probe, BundledData data) {
        this.probe = probe;
        this.data = data;
    }

    @Override
    public void afterSingletonsInstantiated() {
        probe.run();
        data.loadIntoEmptyStore();
    }
}
