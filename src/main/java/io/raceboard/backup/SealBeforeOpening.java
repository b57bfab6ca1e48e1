package io.raceboard.backup;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The seal is looked at before anything opens the store, and written after everything has closed it. */
@Component
class SealBeforeOpening implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var seals = beans.getBeanNamesForType(StoreSeal.class, true, false);
        for (var store : beans.getBeanNamesForType(DataSource.class, true, false)) {
            var definition = beans.getBeanDefinition(store);
            definition.setDependsOn(StringUtils.concatenateStringArrays(definition.getDependsOn(), seals));
        }
    }
}
