package beckon.demo.boundary;

import beckon.demo.control.DemoCompanies;
import beckon.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Makes the demo companies when a development server starts for the first time. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
public class DemoStart {

    @Inject private Settings settings;
    @Inject private DemoCompanies companies;

    @PostConstruct
    void start() {
        if (settings.demo()) {
            companies.makeOnce();
        }
    }
}
