package beckon.web.api;

import java.util.List;

/**
 * Body of {@code POST /contacts} and {@code PUT /contacts/{id}}.
 *
 * @param emails the first is the one that lists show
 * @param phones in E.164, or as people of the account's country write them
 */
record ContactRequest(
        String name, String company, List<String> emails, List<String> phones, String note) {}
