package beckon.invitation.entity;

import java.util.List;
import java.util.Map;

/**
 * What the last 24 hours have left of an account's texts, for whoever wonders why some are refused.
 *
 * @param sent counted against the day
 * @param perDay how many there may be
 * @param prefixes beginnings of numbers that have four fifths of their share or more, with how many
 *     texts each; the fullest first, twenty at most
 * @param halted countries to which most texts of the last hour failed, as ISO 3166 codes
 */
public record TextUse(int sent, int perDay, Map<String, Integer> prefixes, List<String> halted) {}
