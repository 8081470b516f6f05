package beckon.connector.text.spi;

import beckon.connector.BeckonResourceAdapter;
import beckon.connector.text.TextConnection;
import beckon.connector.text.TextConnectionFactory;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Opens what texts go out by, for the container's pool.
 *
 * <p>Configure the pool with {@code validate-on-match=true}: a session that has heard nothing for a
 * second is asked whether it still lives before it is lent, one in use costs nothing. While the
 * message centre refuses us, the pool is refused at once, till it is time to try again. All times
 * are milliseconds. Empty values count as absent.
 */
@ConnectionDefinition(
        connectionFactory = TextConnectionFactory.class,
        connectionFactoryImpl = PooledTextConnectionFactory.class,
        connection = TextConnection.class,
        connectionImpl = PooledTextConnection.class)
public class TextManagedConnectionFactory
        implements ManagedConnectionFactory,
                ValidatingManagedConnectionFactory,
                ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    @ConfigProperty(description = "SMPP, or HTTP for a gateway")
    private String protocol = TextProtocol.SMPP.name();

    @ConfigProperty(description = "Name or address of the message centre")
    private String host = "localhost";

    @ConfigProperty(description = "2775 as a rule")
    private Integer port = 2775;

    @ConfigProperty(description = "NONE, or REQUIRED: TLS from the first octet, for that host only")
    private String tls = "NONE";

    @ConfigProperty(description = "To bind as, at most 15 characters")
    private String systemId = "beckon";

    @ConfigProperty(description = "Of the system id, at most 8 characters", confidential = true)
    private String password = "";

    @ConfigProperty(description = "What some message centres want to know")
    private String systemType = "";

    @ConfigProperty(description = "Of the gateway, such as http://127.0.0.1:13013/cgi-bin/sendsms")
    private String url;

    @ConfigProperty(description = "To the gateway")
    private String user;

    @ConfigProperty(description = "Of the gateway's user", confidential = true)
    private String userPassword;

    @ConfigProperty(description = "What the gateway calls about a text, with {reference} in it")
    private String receiptUrl;

    @ConfigProperty(description = "Sender of every text: a number, or at most 11 letters")
    private String from = "Beckon";

    @ConfigProperty(description = "How many requests of one session may be without an answer")
    private Integer window = 20;

    @ConfigProperty(description = "Milliseconds till the connection stands")
    private Integer connectTimeout = 5_000;

    @ConfigProperty(description = "Milliseconds for an answer")
    private Integer responseTimeout = 10_000;

    @ConfigProperty(description = "Milliseconds of silence after which we ask who is there")
    private Integer enquireInterval = 30_000;

    private transient ResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;
    private transient BackOff backOff;
    private transient HttpClient client;

    @Override
    public TextConnectionFactory createConnectionFactory(ConnectionManager manager)
            throws ResourceException {
        if (protocol() == TextProtocol.HTTP) {
            httpSettings();
        } else {
            smppSettings();
        }
        checkSender();
        return new PooledTextConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("connections are lent by a container only");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request)
            throws ResourceException {
        return new TextManagedConnection(
                protocol() == TextProtocol.HTTP
                        ? new HttpGateway(httpSettings(), client())
                        : bound());
    }

    private TextSession bound() throws ResourceException {
        BackOff patience = backOff();
        patience.check();
        try {
            SmppSession session = SmppSession.open(smppSettings(), inbox());
            patience.succeeded();
            return session;
        } catch (ResourceException e) {
            patience.failed(e.getMessage());
            throw e;
        }
    }

    private synchronized BackOff backOff() {
        if (backOff == null) {
            backOff = new BackOff(System::nanoTime);
        }
        return backOff;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(Duration.ofMillis(connectTimeout))
                            .build();
        }
        return client;
    }

    /** Without the adapter nobody takes reports. */
    private ReportInbox inbox() {
        return resourceAdapter instanceof BeckonResourceAdapter adapter
                ? adapter.reports()
                : new ReportInbox();
    }

    private TextProtocol protocol() throws InvalidPropertyException {
        try {
            return TextProtocol.valueOf(protocol.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException("protocol is none of SMPP, HTTP", e);
        }
    }

    private void checkSender() throws InvalidPropertyException {
        try {
            SmppAddress.ofSender(from);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException("from is " + e.getMessage(), e);
        }
    }

    private SmppSettings smppSettings() throws InvalidPropertyException {
        return new SmppSettings(
                host,
                port,
                isEncrypted(),
                systemId,
                known(password),
                known(systemType),
                from,
                window,
                connectTimeout,
                responseTimeout,
                enquireInterval);
    }

    private boolean isEncrypted() throws InvalidPropertyException {
        return switch (tls.strip().toUpperCase(Locale.ROOT)) {
            case "NONE" -> false;
            case "REQUIRED" -> true;
            default -> throw new InvalidPropertyException("tls is none of NONE, REQUIRED");
        };
    }

    private HttpSettings httpSettings() throws InvalidPropertyException {
        try {
            URI address = URI.create(known(url).strip());
            if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
                throw new InvalidPropertyException("url is no address of http or https");
            }
            return new HttpSettings(
                    address,
                    known(user),
                    known(userPassword),
                    from,
                    known(receiptUrl),
                    window,
                    responseTimeout);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException("url is no address of http or https", e);
        }
    }

    private static String known(String value) {
        return value == null || value.isBlank() ? "" : value;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than generics
    public ManagedConnection matchManagedConnections(
            Set candidates, Subject subject, ConnectionRequestInfo request) {
        for (Object candidate : candidates) {
            if (candidate instanceof TextManagedConnection connection) {
                return connection;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than generics
    public Set<TextManagedConnection> getInvalidConnections(Set candidates) {
        Set<TextManagedConnection> invalid = new LinkedHashSet<>();
        for (Object candidate : candidates) {
            if (candidate instanceof TextManagedConnection connection && !connection.isAlive()) {
                invalid.add(connection);
            }
        }
        return invalid;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.resourceAdapter = resourceAdapter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter logWriter) {
        this.logWriter = logWriter;
    }

    public String getProtocol() {
        return protocol;
    }

    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host;
    }

    public Integer getPort() {
        return port;
    }

    public void setPort(Integer port) {
        this.port = port;
    }

    public String getTls() {
        return tls;
    }

    public void setTls(String tls) {
        this.tls = tls;
    }

    public String getSystemId() {
        return systemId;
    }

    public void setSystemId(String systemId) {
        this.systemId = systemId;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getSystemType() {
        return systemType;
    }

    public void setSystemType(String systemType) {
        this.systemType = systemType;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getUserPassword() {
        return userPassword;
    }

    public void setUserPassword(String userPassword) {
        this.userPassword = userPassword;
    }

    public String getReceiptUrl() {
        return receiptUrl;
    }

    public void setReceiptUrl(String receiptUrl) {
        this.receiptUrl = receiptUrl;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public Integer getWindow() {
        return window;
    }

    public void setWindow(Integer window) {
        this.window = window;
    }

    public Integer getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Integer connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Integer getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(Integer responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Integer getEnquireInterval() {
        return enquireInterval;
    }

    public void setEnquireInterval(Integer enquireInterval) {
        this.enquireInterval = enquireInterval;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextManagedConnectionFactory factory
                && Objects.equals(protocol, factory.protocol)
                && Objects.equals(host, factory.host)
                && Objects.equals(port, factory.port)
                && Objects.equals(tls, factory.tls)
                && Objects.equals(systemId, factory.systemId)
                && Objects.equals(url, factory.url)
                && Objects.equals(user, factory.user)
                && Objects.equals(from, factory.from);
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, host, port, tls, systemId, url, user, from);
    }
}
