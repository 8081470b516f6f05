package beckon.getapp.entity;

import jakarta.validation.constraints.NotBlank;

/**
 * A visitor's wish for the link.
 *
 * @param number as typed
 * @param homeCountry ISO 3166 code of the country that a number without its code is read as one of;
 *     anything else: the operator's choice
 * @param language of the text
 * @param browser what {@code drawBrowser} once gave this browser, or null
 * @param remote the browser's address
 * @param proof the puzzle and its solution, or null if none was asked for
 */
public record AppLinkRequest(
        @NotBlank(message = "{getapp.number.missing}") String number,
        String homeCountry,
        String language,
        String browser,
        String remote,
        Proof proof) {

    /**
     * A solved puzzle.
     *
     * @param puzzle as it was given
     * @param solution a number, in digits
     */
    public record Proof(String puzzle, String solution) {}
}
