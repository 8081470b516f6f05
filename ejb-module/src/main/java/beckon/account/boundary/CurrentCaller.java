package beckon.account.boundary;

import beckon.account.entity.Caller;

/** Who is calling: the member behind the container's principal. */
@jakarta.enterprise.context.ApplicationScoped
public class CurrentCaller {

    @jakarta.inject.Inject private java.security.Principal principal;

    /**
     * The signed-in member.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public Caller get() {
        return Caller.of(principal);
    }
}
