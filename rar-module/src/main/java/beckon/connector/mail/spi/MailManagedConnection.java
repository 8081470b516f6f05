package beckon.connector.mail.spi;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.OutgoingMail;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** One open session in the container's pool; tells the pool when it breaks. */
public class MailManagedConnection implements ManagedConnection {

    private final SmtpSession session;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private PooledMailConnection handle;
    private PrintWriter logWriter;

    MailManagedConnection(SmtpSession session) {
        this.session = session;
    }

    MailAnswer send(OutgoingMail mail) {
        MailAnswer answer = session.send(mail);
        if (session.isBroken()) {
            ConnectionEvent broken = event(ConnectionEvent.CONNECTION_ERROR_OCCURRED, handle);
            listeners.forEach(listener -> listener.connectionErrorOccurred(broken));
        }
        return answer;
    }

    boolean isAlive() {
        return session.isAlive();
    }

    void takeBack(PooledMailConnection returned) {
        ConnectionEvent closed = event(ConnectionEvent.CONNECTION_CLOSED, returned);
        handle = null;
        listeners.forEach(listener -> listener.connectionClosed(closed));
    }

    private ConnectionEvent event(int id, PooledMailConnection about) {
        ConnectionEvent event = new ConnectionEvent(this, id);
        event.setConnectionHandle(about);
        return event;
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) {
        handle = new PooledMailConnection(this);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) {
        handle = (PooledMailConnection) connection;
        handle.moveTo(this);
    }

    @Override
    public void cleanup() {
        if (handle != null) {
            handle.moveTo(null);
            handle = null;
        }
    }

    @Override
    public void destroy() {
        cleanup();
        session.close();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws NotSupportedException {
        throw new NotSupportedException("mail cannot be called back");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws NotSupportedException {
        throw new NotSupportedException("mail cannot be called back");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new MailManagedConnectionMetaData(session.userName());
    }

    @Override
    public void setLogWriter(PrintWriter logWriter) {
        this.logWriter = logWriter;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }
}
