/** "Get the app": a visitor's phone number, and what became of it. */
package beckon.web.getapp;
