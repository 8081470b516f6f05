/**
 * Tells load balancers and operators whether this node lives and whether it can work. Cheap, open
 * to everybody, and says nothing that would help an attacker.
 */
package beckon.web.health;
