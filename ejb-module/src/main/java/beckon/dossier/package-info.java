/**
 * All that Beckon keeps of one person, as one file for that person alone.
 *
 * <p>It lies above all others, since it tells what each of them keeps. It holds what people have
 * said or done themselves, in all their accounts; nothing that opens anything (no password, key,
 * token or code, nor a hash of one), and of others only what the person has typed. What it looks
 * like is promised in {@code docs/own-data.md}, and has a version.
 */
package beckon.dossier;
