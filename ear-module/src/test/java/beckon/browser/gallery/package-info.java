/** Pictures of every page in each of its states, for people to look at. */
package beckon.browser.gallery;
