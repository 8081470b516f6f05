package beckon.testing;

import beckon.signup.control.TermsRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/** Lets tests outside of the server put other documents in force; never in the EAR itself. */
@WebServlet("/terms")
public class TermsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "privacy-notice_en";

    @Inject private transient BeanManager beans;

    /** Answers with the version of the documents from now on. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String more = "\n\n" + request.getParameter("more") + "\n";
        TermsRegister register = register();
        try {
            Method replace =
                    TermsRegister.class.getDeclaredMethod("replace", String.class, String.class);
            replace.setAccessible(true);
            replace.invoke(register, DOCUMENT, written() + more);
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
        response.getWriter().print(register.version());
    }

    /** The register itself, not its proxy, which knows only what is public. */
    private TermsRegister register() {
        Bean<?> bean = beans.resolve(beans.getBeans(TermsRegister.class));
        beans.getReference(bean, TermsRegister.class, beans.createCreationalContext(bean))
                .toString();
        return (TermsRegister) beans.getContext(ApplicationScoped.class).get(bean);
    }

    private static String written() throws IOException {
        try (InputStream document =
                TermsRegister.class.getResourceAsStream("/beckon/signup/" + DOCUMENT + ".txt")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
