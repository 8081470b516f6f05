package beckon.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** What must be in place before the first request: the guard ahead of all filters, the cookie. */
@WebListener
public class WebStart implements ServletContextListener {
    @Inject private Site site;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        FilterRegistration.Dynamic guard = context.addFilter("guard", GuardFilter.class);
        guard.setAsyncSupported(true);
        guard.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), false, "/*");
        context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        SessionCookieConfig cookie = context.getSessionCookieConfig();
        cookie.setName(site.isHttps() ? "__Host-beckon" : "beckon");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(site.isHttps());
        cookie.setAttribute("SameSite", "Lax");
    }
}
