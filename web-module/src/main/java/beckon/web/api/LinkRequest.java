package beckon.web.api;

/**
 * Body of {@code POST /links}; what is left out is as the account's rules say.
 *
 * @param maxUses how many people it is for
 * @param expiresAt in ISO 8601
 * @param domain whose addresses only
 */
record LinkRequest(Integer maxUses, String expiresAt, String domain) {}
