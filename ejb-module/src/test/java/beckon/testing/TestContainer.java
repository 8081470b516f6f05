package beckon.testing;

import beckon.account.control.PasswordMinimumRepository;
import beckon.account.control.PersonRenamedObserver;
import beckon.contact.control.MemberChangeObserver;
import beckon.contact.control.NewMemberObserver;
import beckon.contact.control.RenamedMemberObserver;
import beckon.invitation.control.AccountClosedObserver;
import beckon.invitation.control.MemberDeactivatedObserver;
import beckon.licence.control.LicenceObserver;
import beckon.person.entity.PasswordDemand;
import beckon.shared.Settings;
import beckon.shared.persistence.SchemaState;
import beckon.shared.persistence.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes beans with all that they have injected, on one database, without a server.
 *
 * <p>There are no interceptors: roles, constraints and transactions are the tests' own business.
 */
public final class TestContainer {

    private static final List<Class<?>> OBSERVERS =
            List.of(
                    NewMemberObserver.class,
                    PersonRenamedObserver.class,
                    RenamedMemberObserver.class,
                    MemberChangeObserver.class,
                    LicenceObserver.class,
                    MemberDeactivatedObserver.class,
                    AccountClosedObserver.class);

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final MovableClock clock = new MovableClock();
    private String caller;

    public TestContainer(TestDatabase database) {
        this(database, Map.of());
    }

    public TestContainer(TestDatabase database, Map<String, String> environment) {
        beans.put(DataSource.class, database.dataSource());
        beans.put(EntityManager.class, database.entityManager());
        beans.put(Clock.class, clock);
        beans.put(Settings.class, new Settings(withDataDir(environment)));
        beans.put(Principal.class, (Principal) () -> caller);
        beans.put(Event.class, events());
        get(SchemaState.class).markReady();
    }

    private static Map<String, String> withDataDir(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("BECKON_DATA_DIR", "target/test-data");
        return all;
    }

    /** The one bean of a class, whichever of several threads asks first. */
    public synchronized <T> T get(Class<T> type) {
        Object bean = beans.get(type);
        if (bean == null && type == PasswordDemand.class) {
            return type.cast(get(PasswordMinimumRepository.class));
        }
        if (bean == null) {
            bean = make(type);
            beans.put(type, bean);
        }
        return type.cast(bean);
    }

    /** Puts a bean in the place of the one that would be made. */
    public synchronized <T> TestContainer with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    public MovableClock clock() {
        return clock;
    }

    /** Calls from now on come from the member with this principal name; null: from nobody. */
    public void callAs(String principalName) {
        caller = principalName;
    }

    private Object make(Class<?> type) {
        try {
            Object bean = construct(type);
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    field.set(bean, get(field.getType()));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(jakarta.annotation.PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(bean);
                }
            }
            return bean;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object construct(Class<?> type) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.isAnnotationPresent(Inject.class)) {
                constructor.setAccessible(true);
                return constructor.newInstance(
                        Arrays.stream(constructor.getParameterTypes()).map(this::get).toArray());
            }
        }
        Constructor<?> plain = type.getDeclaredConstructor();
        plain.setAccessible(true);
        return plain.newInstance();
    }

    /** Takes every event to those who observe it, in the same transaction, as CDI does. */
    private Event<?> events() {
        return (Event<?>)
                Proxy.newProxyInstance(
                        Event.class.getClassLoader(),
                        new Class<?>[] {Event.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("fire")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            for (Class<?> observer : OBSERVERS) {
                                tell(observer, arguments[0]);
                            }
                            return null;
                        });
    }

    private void tell(Class<?> observer, Object event) throws ReflectiveOperationException {
        for (Method method : observer.getDeclaredMethods()) {
            if (method.getParameterCount() == 1
                    && method.getParameters()[0].isAnnotationPresent(Observes.class)
                    && method.getParameterTypes()[0].isInstance(event)) {
                method.setAccessible(true);
                method.invoke(get(observer), event);
            }
        }
    }
}
