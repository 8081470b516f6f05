package beckon.connector.text.spi;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.OutgoingText;
import beckon.connector.text.TextAnswer;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** One session in the container's pool; tells the pool when it breaks. */
public class TextManagedConnection implements ManagedConnection {

    private final TextSession session;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private PooledTextConnection handle;
    private PrintWriter logWriter;

    TextManagedConnection(TextSession session) {
        this.session = session;
    }

    List<TextAnswer> send(List<OutgoingText> texts, Predicate<OutgoingText> isWanted) {
        List<TextAnswer> answers = session.send(texts, isWanted);
        tellIfBroken();
        return answers;
    }

    Optional<DeliveryReport> query(String messageId) {
        Optional<DeliveryReport> report = session.query(messageId);
        tellIfBroken();
        return report;
    }

    private void tellIfBroken() {
        if (session.isBroken()) {
            ConnectionEvent broken = event(ConnectionEvent.CONNECTION_ERROR_OCCURRED, handle);
            listeners.forEach(listener -> listener.connectionErrorOccurred(broken));
        }
    }

    boolean isAlive() {
        return session.isAlive();
    }

    void takeBack(PooledTextConnection returned) {
        ConnectionEvent closed = event(ConnectionEvent.CONNECTION_CLOSED, returned);
        handle = null;
        listeners.forEach(listener -> listener.connectionClosed(closed));
    }

    private ConnectionEvent event(int id, PooledTextConnection about) {
        ConnectionEvent event = new ConnectionEvent(this, id);
        event.setConnectionHandle(about);
        return event;
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo request) {
        handle = new PooledTextConnection(this);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) {
        handle = (PooledTextConnection) connection;
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
        throw new NotSupportedException("a text cannot be called back");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws NotSupportedException {
        throw new NotSupportedException("a text cannot be called back");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new TextManagedConnectionMetaData(session.userName());
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
