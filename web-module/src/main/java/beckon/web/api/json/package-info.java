/**
 * Records from and to JSON, strictly: an unknown field or a wrong type is an error, so that a
 * misspelt request never does half of what was meant.
 */
package beckon.web.api.json;
