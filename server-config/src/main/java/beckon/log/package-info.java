/** How the server writes its log; a module of the server's, assembled with it. */
package beckon.log;
