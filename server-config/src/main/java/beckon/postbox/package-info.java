/**
 * The postbox of the development server: a real SMTP server and a real SMPP message centre on
 * loopback, whose mails and texts anyone at this machine may read on a page.
 *
 * <p>It belongs to no production configuration. What it receives stays in memory, the newest
 * messages only. Its API is stable, because scripts and tests rely on it; it can also be told to
 * misbehave, so that one can see what Beckon does when one of them is slow, refuses or is gone.
 */
package beckon.postbox;
