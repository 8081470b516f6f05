package beckon.connector.text.spi;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What there is to know about a session. */
record TextManagedConnectionMetaData(String userName) implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "Message centre";
    }

    @Override
    public String getEISProductVersion() {
        return "SMPP 3.4 or HTTP";
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
