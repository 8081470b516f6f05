package beckon.web.admin;

import beckon.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The countries of the world in the reader's language and order. */
@ApplicationScoped
public class Countries {
    private final Map<Locale, List<Country>> lists = new ConcurrentHashMap<>();

    public List<Country> list() {
        return lists.computeIfAbsent(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(), Countries::list);
    }

    static List<Country> list(Locale language) {
        Comparator<Object> order = Collator.getInstance(language);
        return PhoneNumber.countries().entrySet().stream()
                .map(
                        country ->
                                new Country(
                                        country.getKey(),
                                        new Locale.Builder()
                                                .setRegion(country.getKey())
                                                .build()
                                                .getDisplayCountry(language),
                                        "+" + country.getValue()))
                .sorted(Comparator.comparing(Country::name, order))
                .toList();
    }
}
