package beckon.account.control;

import beckon.account.entity.AccountReason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.spi.InitialContextFactory;

/**
 * What the DNS says, asked anew each time and never for long.
 *
 * <p>The platform's own client, taken by its class and not through {@code InitialContext}: a server
 * puts its own naming in the way there.
 */
@ApplicationScoped
public class DomainRecords {

    private static final System.Logger LOGGER = System.getLogger(DomainRecords.class.getName());
    private static final String CLIENT = "com.sun.jndi.dns.DnsContextFactory";

    /** For the first try; each further one waits twice as long: 5.25 seconds for each server. */
    private static final String FIRST_PATIENCE_MILLIS = "750";

    private static final String TRIES = "3";

    private String servers;

    protected DomainRecords() {}

    @Inject
    public DomainRecords(Settings settings) {
        servers =
                settings.dnsServers().isEmpty()
                        ? "dns:"
                        : settings.dnsServers().stream()
                                .map(server -> "dns://" + server)
                                .collect(Collectors.joining(" "));
    }

    /**
     * The texts of the TXT records under a name; none if there is no such name.
     *
     * @throws RefusalException DNS_SILENT, DNS_FAILED
     */
    public List<String> listTexts(String name) {
        try {
            DirContext dns = open();
            try {
                return texts(dns.getAttributes(name, new String[] {"TXT"}).get("TXT"));
            } finally {
                dns.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (CommunicationException e) {
            LOGGER.log(Level.DEBUG, "No answer about " + name, e);
            throw new RefusalException(AccountReason.DNS_SILENT);
        } catch (NamingException e) {
            LOGGER.log(Level.DEBUG, "No good answer about " + name, e);
            throw new RefusalException(AccountReason.DNS_FAILED);
        }
    }

    private DirContext open() throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.PROVIDER_URL, servers);
        settings.put("com.sun.jndi.dns.timeout.initial", FIRST_PATIENCE_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", TRIES);
        return (DirContext) client().getInitialContext(settings);
    }

    private static InitialContextFactory client() {
        return ServiceLoader.load(InitialContextFactory.class, ClassLoader.getSystemClassLoader())
                .stream()
                .filter(provider -> provider.type().getName().equals(CLIENT))
                .map(ServiceLoader.Provider::get)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Java has no " + CLIENT));
    }

    private static List<String> texts(Attribute records) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (records != null) {
            for (Object text : Collections.list(records.getAll())) {
                texts.add(text.toString().replace("\"", "").strip());
            }
        }
        return texts;
    }
}
