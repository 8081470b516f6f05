package beckon.web.api;

import java.util.List;

/**
 * Body of {@code POST /invitations}.
 *
 * @param emails whom to invite by e-mail
 * @param phones whom to invite by text
 * @param message the inviter's own words
 * @param language of the mail; null: the account's
 * @param inviteAs null: automatic
 */
record InviteRequest(
        List<String> emails,
        List<String> phones,
        String message,
        String language,
        String inviteAs) {}
