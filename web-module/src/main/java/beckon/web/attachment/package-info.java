/**
 * Files for texts: what the dialog's script uploads and removes, and what whoever gets the link
 * sees and takes.
 */
package beckon.web.attachment;
