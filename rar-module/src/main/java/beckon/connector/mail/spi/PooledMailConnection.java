package beckon.connector.mail.spi;

import beckon.connector.mail.MailAnswer;
import beckon.connector.mail.MailConnection;
import beckon.connector.mail.OutgoingMail;

/** A borrower's hold on a session, which ends when it is closed or the session breaks. */
public class PooledMailConnection implements MailConnection {

    private MailManagedConnection lender;

    PooledMailConnection(MailManagedConnection lender) {
        this.lender = lender;
    }

    @Override
    public MailAnswer send(OutgoingMail mail) {
        if (lender == null) {
            throw new IllegalStateException("the connection is closed");
        }
        return lender.send(mail);
    }

    @Override
    public void close() {
        if (lender != null) {
            lender.takeBack(this);
            lender = null;
        }
    }

    void moveTo(MailManagedConnection newLender) {
        lender = newLender;
    }
}
