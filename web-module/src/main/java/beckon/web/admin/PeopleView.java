package beckon.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** The people of the account, in and out. */
@Named
@ViewScoped
public class PeopleView extends PeopleRows {
    private static final long serialVersionUID = 1L;

    public PeopleView() {
        super("/admin/people");
    }

    @PostConstruct
    void open() {
        load();
    }

    @Override
    PeopleFilter usual(PeopleFilter asked) {
        return asked;
    }
}
