package beckon.web.setup;

/** The steps of setting up; the third, the first domain, is taken by the admin who is in then. */
public enum SetUpStep {
    COMPANY,
    ADMIN
}
