package io.raceboard.admin;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.access.Account;
import io.raceboard.access.Role;
import io.raceboard.catalog.Lang;
import io.raceboard.desk.DeskWords;

/** The fields of an account that an administrator sets. */
class PersonFields {

    final TextField displayName;
    final Select<Role> role = new Select<>();
    final Checkbox mayPublish;
    final Select<Lang> lang = new Select<>();

    PersonFields(DeskWords words) {
        displayName = new TextField(words.say("access.display-name"));
        displayName.setManualValidation(true);
        role.setLabel(words.say("access.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> words.say("access.role." + each.code()));
        role.setHelperText(" ");
        mayPublish = new Checkbox(words.say("access.people.may-publish"));
        lang.setLabel(words.say("access.lang"));
        lang.setItems(Lang.values());
        lang.setItemLabelGenerator(each -> words.in(each).say("access.language"));
        role.addValueChangeListener(change -> {
            role.setHelperText(words.say("access.role." + change.getValue().code() + ".may"));
            mayPublish.setVisible(change.getValue() == Role.EDITOR);
        });
        role.setValue(Role.VIEWER);
        lang.setValue(Lang.EN);
    }

    void show(Account account) {
        displayName.setValue(account.displayName());
        role.setValue(account.role());
        mayPublish.setValue(account.mayPublish());
        lang.setValue(account.lang());
    }
}
