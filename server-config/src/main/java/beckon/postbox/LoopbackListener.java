package beckon.postbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Listens where only this machine can reach it, and answers at once. */
final class LoopbackListener implements ServerConnection, ServerConnectionFactory {

    private static final int BACKLOG = 50;

    private ServerSocket listener;

    @Override
    public ServerConnection listen(int port) throws IOException {
        listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        return this;
    }

    @Override
    public ServerConnection listen(int port, int timeout) throws IOException {
        return listen(port);
    }

    @Override
    public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
        return listen(port);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public Connection accept() throws IOException {
        var socket = listener.accept();
        socket.setTcpNoDelay(true);
        return new SocketConnection(socket);
    }

    @Override
    public void setSoTimeout(int timeout) throws IOException {
        listener.setSoTimeout(timeout);
    }

    @Override
    public int getSoTimeout() throws IOException {
        return listener.getSoTimeout();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
