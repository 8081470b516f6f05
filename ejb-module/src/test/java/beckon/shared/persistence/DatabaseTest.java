package beckon.shared.persistence;

import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test that runs on every database that Beckon runs on.
 *
 * <p>All tests share the databases and leave their rows there: each makes an account of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
public abstract class DatabaseTest {

    @Parameter protected TestDatabase database;
}
