package beckon.demo.control;

import beckon.shared.EmailAddress;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names and numbers of people who do not exist, the same ones every time. */
final class DemoPeople {

    private static final List<String> FIRST =
            List.of(
                    "Amélie",
                    "Björn",
                    "Chiara",
                    "Dmitri",
                    "Elif",
                    "Fatima",
                    "Gaël",
                    "Hana",
                    "Ibrahim",
                    "Jana",
                    "Kwame",
                    "Łucja",
                    "María José",
                    "Nikolai",
                    "Oluwaseun",
                    "Priya",
                    "Quentin",
                    "Renée",
                    "Søren",
                    "Tomáš",
                    "Umar",
                    "Valentina",
                    "Wei",
                    "Xiomara",
                    "Yuki",
                    "Zoë",
                    "Andreea",
                    "Bao",
                    "Cormac",
                    "Dalia",
                    "Émile",
                    "Freja",
                    "Giulia",
                    "Hugo",
                    "Ingrid",
                    "João",
                    "Katarína",
                    "Liam",
                    "Mei",
                    "Noor",
                    "Ömer",
                    "Paul",
                    "Rosa",
                    "Saoirse",
                    "Thandiwe",
                    "Uxía",
                    "Viktor",
                    "Willem",
                    "Yara",
                    "Zahra");

    private static final List<String> LAST =
            List.of(
                    "Andersson",
                    "Bakker",
                    "Castellanos",
                    "Dvořák",
                    "Eriksen",
                    "Fernández",
                    "Grünewald",
                    "Haddad",
                    "Ivanova",
                    "Järvinen",
                    "Kowalski",
                    "Laurent",
                    "Müller",
                    "Nakamura",
                    "O’Connor",
                    "Petrović",
                    "Quiroga",
                    "Rossi",
                    "Santos-Lima",
                    "Takahashi",
                    "Ünal",
                    "Van den Berg",
                    "Wójcik",
                    "Xu",
                    "Yıldız",
                    "Zhang",
                    "Adeyemi",
                    "Bélanger",
                    "Chowdhury",
                    "Diallo",
                    "El-Sayed",
                    "Fiala",
                    "García",
                    "Hernández",
                    "Ito",
                    "Johansson",
                    "Kaya");

    private static final List<String> COMPANIES =
            List.of(
                    "Harbour & Co",
                    "Studio Lumen",
                    "Nordwind Logistik",
                    "Cabinet Delmas",
                    "Brightwater Labs",
                    "Kestrel Legal",
                    "Atelier Vasco",
                    "Tamarind Foods");

    private static final List<String> NUMBERS =
            List.of(
                    "+336########",
                    "+49151########",
                    "+447911######",
                    "+39347#######",
                    "+34612######",
                    "+420602######",
                    "+4670#######",
                    "+48501######",
                    "+8190########",
                    "+9198########");

    private int next;

    /** A person's name. */
    record Name(String first, String last) {

        String full() {
            return first + " " + last;
        }

        EmailAddress at(String domain) {
            return EmailAddress.of(plain(first) + "." + plain(last) + "@" + domain);
        }
    }

    /** A name that none before had: all first names go round, with another family name each. */
    Name next() {
        int round = next / FIRST.size();
        int position = next++ % FIRST.size();
        return new Name(FIRST.get(position), LAST.get((position + 7 * round) % LAST.size()));
    }

    /** A number in the form of some country's mobile numbers. */
    String phone() {
        String form = NUMBERS.get(next % NUMBERS.size());
        String prefix = form.substring(0, form.indexOf('#'));
        int digits = form.length() - prefix.length();
        // the first of the digits stays between 1 and 7, where every country has mobiles
        long tail = Math.floorMod(next * 7_919_317L, (long) Math.pow(10, digits - 1));
        return prefix + (1 + next % 7) + ("%0" + (digits - 1) + "d").formatted(tail);
    }

    String company() {
        return COMPANIES.get(next % COMPANIES.size());
    }

    static String domainOf(String company) {
        return plain(company) + ".example";
    }

    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i')
                .replaceAll("[^a-z]", "");
    }
}
