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

    private static final String KEPT_STANDARD = "1000";
    private static final String PORT_STANDARD = "2525";

    private SmtpDoor smtp;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Map<String, String> environment = System.getenv();
        var postbox =
                new Postbox(
                        Integer.parseInt(
                                environment.getOrDefault("BECKON_POSTBOX_KEEPS", KEPT_STANDARD)));
        smtp =
                new SmtpDoor(
                        Integer.parseInt(
                                environment.getOrDefault(
                                        "BECKON_POSTBOX_SMTP_PORT", PORT_STANDARD)),
                        postbox,
                        Clock.systemUTC());
        smtp.open();
        event.getServletContext().setAttribute(Postbox.class.getName(), postbox);
        event.getServletContext().setAttribute(SmtpDoor.class.getName(), smtp);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (smtp != null) {
            smtp.close();
        }
    }

    static Postbox postbox(ServletContext context) {
        return (Postbox) context.getAttribute(Postbox.class.getName());
    }

    static SmtpDoor smtp(ServletContext context) {
        return (SmtpDoor) context.getAttribute(SmtpDoor.class.getName());
    }
}
