/**
 * How the server is made, started and stopped; nothing of this runs inside an application.
 *
 * <p>{@link beckon.server.Assembly} makes a WildFly from its distribution during the build. {@link
 * beckon.server.Boot} is the main class of the server process in every environment: it checks the
 * settings, lays out the instance and hands over to WildFly. {@link beckon.server.Launcher} starts
 * such a process from the outside and waits for it: the development run, the browser tests, the
 * benchmark and the endurance tests all use it. Only the JDK is needed.
 */
package beckon.server;
