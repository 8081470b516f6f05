package beckon.web.attachment;

/**
 * A size as people say it.
 *
 * @param unit the key's last part: KB or MB
 */
record FileSize(String unit, double amount) {
    private static final int KILO = 1_000;

    static FileSize of(long octets) {
        double kilo = Math.ceil((double) octets / KILO);
        return kilo < KILO
                ? new FileSize("KB", kilo)
                : new FileSize("MB", Math.ceil(kilo / 100) / 10);
    }
}
