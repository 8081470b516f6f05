package beckon.testing;

/** The documents to which new members agree. */
public final class Documents {
    private Documents() {}

    /**
     * Puts a longer privacy notice in force, as the next release may.
     *
     * @return the version of the documents from now on
     */
    public static String change() {
        Http.Answer answer =
                Http.send(
                        "POST",
                        "/tests/terms",
                        "more=" + Addresses.unique("paragraph"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body().trim();
    }
}
