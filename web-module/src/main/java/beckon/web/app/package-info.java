/** Beckon as an installed application: what a browser needs for it besides the pages. */
package beckon.web.app;
