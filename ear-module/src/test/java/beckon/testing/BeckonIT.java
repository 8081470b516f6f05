package beckon.testing;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A test on the EAR as it was built, which runs inside the server unless it says {@code
 * RunAsClient}.
 *
 * <p>The tests are a web module of their own beside the others, so that nothing of Beckon has to
 * open a door to them.
 */
@ArquillianTest
public abstract class BeckonIT {
    private static final String APPLICATION = "/META-INF/application.xml";
    private static final String TESTS_MODULE =
            "<module><web><web-uri>tests.war</web-uri>"
                    + "<context-root>/tests</context-root></web></module>";

    @Deployment
    static EnterpriseArchive beckonWithTests() throws Exception {

        EnterpriseArchive beckon =
                ShrinkWrap.create(ZipImporter.class, "beckon.ear")
                        .importFrom(new File(System.getProperty("test.ear")))
                        .as(EnterpriseArchive.class);
        String modules = read(beckon.get(APPLICATION).getAsset());
        int last = modules.lastIndexOf("</module>") + "</module>".length();
        return beckon.add(
                        new StringAsset(
                                modules.substring(0, last)
                                        + TESTS_MODULE
                                        + modules.substring(last)),
                        APPLICATION)
                .addAsModule(Testable.archiveToTest(tests()));
    }

    private static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "tests.war")
                .addAsLibrary(
                        ShrinkWrap.create(ExplodedImporter.class, "beckon-tests.jar")
                                .importDirectory(placeOf(BeckonIT.class))
                                .as(JavaArchive.class))
                .addAsLibraries(
                        placeOf(Assertions.class),
                        placeOf(Awaitility.class),
                        placeOf(Matcher.class))
                .addAsWebInfResource("tests-jboss-web.xml", "jboss-web.xml")
                .addAsWebInfResource("tests-beans.xml", "beans.xml");
    }

    private static File placeOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String read(Asset asset) throws Exception {
        try (var in = asset.openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
