package beckon.postbox;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.util.Map;

/** Opens the postbox with the server and closes it with the server. */
@WebListener
public class PostboxApplication implements ServletContextListener {

    private static final String KEPT_STANDARD = "10000";
    private static final long ROOM = 64L * 1024 * 1024;
    private static final String SMTP_STANDARD = "2525";
    private static final String SMPP_STANDARD = "2775";

    private SmtpDoor smtp;
    private SmppDoor smpp;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Map<String, String> environment = System.getenv();
        var postbox =
                new Postbox(
                        Integer.parseInt(
                                environment.getOrDefault("BECKON_POSTBOX_KEEPS", KEPT_STANDARD)),
                        ROOM);
        smtp =
                new SmtpDoor(
                        Integer.parseInt(
                                environment.getOrDefault(
                                        "BECKON_POSTBOX_SMTP_PORT", SMTP_STANDARD)),
                        postbox,
                        Clock.systemUTC());
        smpp =
                new SmppDoor(
                        Integer.parseInt(
                                environment.getOrDefault(
                                        "BECKON_POSTBOX_SMPP_PORT", SMPP_STANDARD)),
                        postbox,
                        Clock.systemUTC());
        smtp.open();
        smpp.open();
        event.getServletContext().setAttribute(Postbox.class.getName(), postbox);
        event.getServletContext().setAttribute(SmtpDoor.class.getName(), smtp);
        event.getServletContext().setAttribute(SmppDoor.class.getName(), smpp);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (smtp != null) {
            smtp.close();
        }
        if (smpp != null) {
            smpp.close();
        }
    }

    static Postbox postbox(ServletContext context) {
        return (Postbox) context.getAttribute(Postbox.class.getName());
    }

    static SmtpDoor smtp(ServletContext context) {
        return (SmtpDoor) context.getAttribute(SmtpDoor.class.getName());
    }

    static SmppDoor smpp(ServletContext context) {
        return (SmppDoor) context.getAttribute(SmppDoor.class.getName());
    }
}
