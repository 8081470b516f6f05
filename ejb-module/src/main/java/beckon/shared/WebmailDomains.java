package beckon.shared;

import java.util.Set;

/** The domains where anybody may have a mailbox, so that they can be no company's. */
public final class WebmailDomains {

    /** Providers with a domain in many countries: {@code yahoo.fr}, {@code hotmail.co.uk}. */
    private static final Set<String> FAMILIES =
            Set.of("yahoo", "ymail", "hotmail", "live", "outlook", "gmx", "aol", "yandex");

    private static final Set<String> DOMAINS =
            Set.of(
                    "126.com",
                    "139.com",
                    "163.com",
                    "aliyun.com",
                    "bbox.fr",
                    "bk.ru",
                    "bluewin.ch",
                    "btinternet.com",
                    "comcast.net",
                    "disroot.org",
                    "duck.com",
                    "email.com",
                    "fastmail.com",
                    "fastmail.fm",
                    "foxmail.com",
                    "free.fr",
                    "freenet.de",
                    "gmail.com",
                    "googlemail.com",
                    "hey.com",
                    "hushmail.com",
                    "icloud.com",
                    "inbox.com",
                    "inbox.ru",
                    "interia.pl",
                    "laposte.net",
                    "libero.it",
                    "list.ru",
                    "mac.com",
                    "mail.com",
                    "mail.ru",
                    "mailbox.org",
                    "mailfence.com",
                    "me.com",
                    "msn.com",
                    "naver.com",
                    "neuf.fr",
                    "numericable.fr",
                    "o2.pl",
                    "onet.pl",
                    "orange.fr",
                    "passport.com",
                    "pm.me",
                    "posteo.de",
                    "posteo.net",
                    "proton.me",
                    "protonmail.ch",
                    "protonmail.com",
                    "qq.com",
                    "rediffmail.com",
                    "riseup.net",
                    "rocketmail.com",
                    "runbox.com",
                    "sbcglobal.net",
                    "seznam.cz",
                    "sfr.fr",
                    "sina.com",
                    "skynet.be",
                    "sohu.com",
                    "startmail.com",
                    "t-online.de",
                    "telenet.be",
                    "tuta.com",
                    "tuta.io",
                    "tutanota.com",
                    "tutanota.de",
                    "verizon.net",
                    "virgilio.it",
                    "virginmedia.com",
                    "wanadoo.fr",
                    "web.de",
                    "wp.pl",
                    "ya.ru",
                    "yeah.net",
                    "zoho.com",
                    "zohomail.com");

    private WebmailDomains() {}

    /** Whether the domain, or one that it lies below, is a webmail provider's. */
    public static boolean contains(EmailDomain domain) {
        String key = domain.key();
        boolean known = isFamily(key);
        while (!known && key.indexOf('.') > 0) {
            known = DOMAINS.contains(key);
            key = key.substring(key.indexOf('.') + 1);
        }
        return known;
    }

    /** {@code yahoo.com}, {@code yahoo.fr}, {@code yahoo.co.uk}; not {@code live.acme.com}. */
    private static boolean isFamily(String key) {
        String[] labels = key.split("\\.");
        if (!FAMILIES.contains(labels[0])) {
            return false;
        }
        return labels.length == 2
                || labels.length == 3
                        && labels[2].length() == 2
                        && (labels[1].length() == 2 || labels[1].equals("com"));
    }
}
