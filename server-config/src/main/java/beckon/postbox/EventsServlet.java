package beckon.postbox;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Server-sent events: one {@code change} whenever the postbox is not what it was, at most five a
 * second; a comment every few seconds keeps the line open.
 */
@WebServlet(urlPatterns = "/events", asyncSupported = true)
public class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long PAUSE_MILLIS = 200;
    private static final long HEARTBEAT_SECONDS = 15;

    private final transient Set<AsyncContext> readers = ConcurrentHashMap.newKeySet();
    private final transient AtomicBoolean announced = new AtomicBoolean();
    private transient ScheduledExecutorService teller;
    private transient Runnable listener;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        teller =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var thread = new Thread(task, "postbox-events");
                            thread.setDaemon(true);
                            return thread;
                        });
        listener = this::announce;
        PostboxApplication.postbox(getServletContext()).listen(listener);
        teller.scheduleAtFixedRate(
                () -> tell(": still here\n\n"),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("retry: 1000\n\n");
        response.flushBuffer();
        var reader = request.startAsync();
        reader.setTimeout(0);
        readers.add(reader);
    }

    @Override
    public void destroy() {
        PostboxApplication.postbox(getServletContext()).unlisten(listener);
        teller.shutdownNow();
        for (var reader : readers) {
            reader.complete();
        }
    }

    private void announce() {
        if (announced.compareAndSet(false, true)) {
            teller.schedule(
                    () -> {
                        announced.set(false);
                        tell("event: change\ndata: {}\n\n");
                    },
                    PAUSE_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    private void tell(String event) {
        for (var reader : readers) {
            try {
                var out = reader.getResponse().getWriter();
                out.write(event);
                if (out.checkError()) {
                    throw new IOException("the reader has gone");
                }
            } catch (IOException | IllegalStateException e) {
                readers.remove(reader);
                end(reader);
            }
        }
    }

    private static void end(AsyncContext reader) {
        try {
            reader.complete();
        } catch (IllegalStateException e) {
            System.getLogger(EventsServlet.class.getName())
                    .log(System.Logger.Level.DEBUG, "already complete", e);
        }
    }
}
