package beckon.testing;

import beckon.account.entity.MemberKind;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets tests outside of the server make members; never in the EAR itself. */
@WebServlet("/membership")
public class MembershipServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long membership =
                Company.join(
                        Long.parseLong(request.getParameter("account")),
                        Long.parseLong(request.getParameter("person")),
                        MemberKind.valueOf(request.getParameter("kind")));
        response.getWriter().println(membership);
    }
}
