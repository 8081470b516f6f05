package beckon.connector.mail.spi;

import beckon.connector.mail.MailConnection;
import beckon.connector.mail.MailConnectionFactory;
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
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Opens SMTP sessions for the container's pool.
 *
 * <p>Configure the pool with {@code validate-on-match=true}: a session that has not been used for a
 * second is asked whether it still lives before it is lent, one in use costs nothing. All times are
 * milliseconds. Empty values count as absent.
 */
@ConnectionDefinition(
        connectionFactory = MailConnectionFactory.class,
        connectionFactoryImpl = PooledMailConnectionFactory.class,
        connection = MailConnection.class,
        connectionImpl = PooledMailConnection.class)
public class MailManagedConnectionFactory
        implements ManagedConnectionFactory,
                ValidatingManagedConnectionFactory,
                ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    @ConfigProperty(description = "Name or address of the mail server")
    private String host = "localhost";

    @ConfigProperty(description = "25, 587 for STARTTLS or 465 for IMPLICIT, as a rule")
    private Integer port = 25;

    @ConfigProperty(description = "To sign in as; absent: without signing in")
    private String user;

    @ConfigProperty(description = "Of the user", confidential = true)
    private String password;

    @ConfigProperty(description = "NONE, STARTTLS (required, not tried) or IMPLICIT")
    private String tls = TransportSecurity.NONE.name();

    @ConfigProperty(description = "Sender of every mail")
    private String fromAddress = "invitations@beckon.example";

    @ConfigProperty(description = "Milliseconds till the connection stands")
    private Integer connectTimeout = 5_000;

    @ConfigProperty(description = "Milliseconds for a whole reply")
    private Integer readTimeout = 15_000;

    @ConfigProperty(description = "Milliseconds for one write")
    private Integer writeTimeout = 15_000;

    @ConfigProperty(description = "What we call ourselves to the server")
    private String localName = "localhost";

    private transient ResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;

    @Override
    public MailConnectionFactory createConnectionFactory(ConnectionManager manager)
            throws ResourceException {
        settings();
        return new PooledMailConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("sessions are lent by a container only");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo request)
            throws ResourceException {
        return new MailManagedConnection(SmtpSession.open(settings()));
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than generics
    public ManagedConnection matchManagedConnections(
            Set candidates, Subject subject, ConnectionRequestInfo request) {
        for (Object candidate : candidates) {
            if (candidate instanceof MailManagedConnection connection) {
                return connection;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than generics
    public Set<MailManagedConnection> getInvalidConnections(Set candidates) {
        Set<MailManagedConnection> invalid = new LinkedHashSet<>();
        for (Object candidate : candidates) {
            if (candidate instanceof MailManagedConnection connection && !connection.isAlive()) {
                invalid.add(connection);
            }
        }
        return invalid;
    }

    private SmtpSettings settings() throws InvalidPropertyException {
        try {
            return new SmtpSettings(
                    host,
                    port,
                    user == null || user.isBlank() ? null : user,
                    password,
                    TransportSecurity.valueOf(tls.strip().toUpperCase(Locale.ROOT)),
                    fromAddress,
                    connectTimeout,
                    readTimeout,
                    writeTimeout,
                    localName);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException("tls is none of NONE, STARTTLS, IMPLICIT", e);
        }
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

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTls() {
        return tls;
    }

    public void setTls(String tls) {
        this.tls = tls;
    }

    public String getFromAddress() {
        return fromAddress;
    }

    public void setFromAddress(String fromAddress) {
        this.fromAddress = fromAddress;
    }

    public Integer getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Integer connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Integer getReadTimeout() {
        return readTimeout;
    }

    public void setReadTimeout(Integer readTimeout) {
        this.readTimeout = readTimeout;
    }

    public Integer getWriteTimeout() {
        return writeTimeout;
    }

    public void setWriteTimeout(Integer writeTimeout) {
        this.writeTimeout = writeTimeout;
    }

    public String getLocalName() {
        return localName;
    }

    public void setLocalName(String localName) {
        this.localName = localName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailManagedConnectionFactory factory
                && Objects.equals(host, factory.host)
                && Objects.equals(port, factory.port)
                && Objects.equals(user, factory.user)
                && Objects.equals(tls, factory.tls)
                && Objects.equals(fromAddress, factory.fromAddress);
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, port, user, tls, fromAddress);
    }
}
