package beckon.web.admin;

import beckon.licence.entity.PeopleState;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;

/** Who has a licence, and first of all who waits for one. */
@Named
@ViewScoped
public class LicencesView extends PeopleRows {
    private static final long serialVersionUID = 1L;

    public LicencesView() {
        super("/admin/licences");
    }

    @PostConstruct
    void open() {
        load();
    }

    @Override
    PeopleFilter usual(PeopleFilter asked) {
        PeopleFilter in =
                asked.state() == PeopleState.ACTIVE ? asked : asked.in(PeopleState.ACTIVE);
        return in.licensed() == null ? in.licensed(false) : in;
    }
}
