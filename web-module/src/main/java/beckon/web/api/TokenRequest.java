package beckon.web.api;

/** Body of {@code POST /tokens}. */
record TokenRequest(String email, String password) {
    @Override
    public String toString() {
        return "TokenRequest[…]";
    }
}
