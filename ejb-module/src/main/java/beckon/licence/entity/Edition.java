package beckon.licence.entity;

/** What an account has subscribed to; only Pro+ asks for licences. */
public enum Edition {
    FREE,
    PRO,
    PRO_PLUS
}
