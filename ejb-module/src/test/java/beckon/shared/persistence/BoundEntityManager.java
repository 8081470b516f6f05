package beckon.shared.persistence;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** Stands for the entity manager of the transaction that the thread is in, as in the server. */
final class BoundEntityManager {

    static final EntityManager PROXY =
            (EntityManager)
                    Proxy.newProxyInstance(
                            EntityManager.class.getClassLoader(),
                            new Class<?>[] {EntityManager.class},
                            (proxy, method, arguments) -> {
                                try {
                                    return method.invoke(current(), arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private BoundEntityManager() {}

    static <T> T with(EntityManager entityManager, Callable<T> work) throws Exception {
        EntityManager outer = CURRENT.get();
        CURRENT.set(entityManager);
        entityManager.getTransaction().begin();
        try {
            T result = work.call();
            entityManager.getTransaction().commit();
            return result;
        } finally {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            CURRENT.set(outer);
        }
    }

    private static EntityManager current() {
        if (CURRENT.get() == null) {
            throw new IllegalStateException("no transaction: use inTransaction");
        }
        return CURRENT.get();
    }
}
