package beckon.connector.mail.spi;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What there is to know about a session. */
record MailManagedConnectionMetaData(String userName) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "SMTP server";
    }

    @Override
    public String getEISProductVersion() {
        return "ESMTP";
    }

    @Override
    public int getMaxConnections() {
        return 0;
    }

    @Override
    public String getUserName() {
        return userName;
    }
}
