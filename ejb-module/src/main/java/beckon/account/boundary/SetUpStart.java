package beckon.account.boundary;

import beckon.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/** Prints the set-up link when a server starts that has no account yet, and no demo. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class SetUpStart {

    private static final System.Logger LOGGER = System.getLogger(SetUpStart.class.getName());

    @Inject private Settings settings;
    @Inject private SetUpService setUp;

    @PostConstruct
    void start() {
        if (!settings.demo()) {
            setUp.open()
                    .ifPresent(
                            token ->
                                    LOGGER.log(
                                            Level.INFO,
                                            "No account yet. Set Beckon up within 24 hours at "
                                                    + settings.baseUrl()
                                                    + "/setup/"
                                                    + token.secret()));
        }
    }
}
