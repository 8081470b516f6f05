package beckon.person.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.Token;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with argon2id, only so many at once.
 *
 * <p>A hash takes memory and a processor for a while; a crowd at the door waits in order instead of
 * bringing the house down.
 */
@ApplicationScoped
public class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int OUTPUT_OCTETS = 32;
    private static final int SALT_OCTETS = 16;
    private static final int PATIENCE_SECONDS = 20;

    private Semaphore places;
    private Argon2Function function;
    private String nobodysHash;

    protected Passwords() {}

    @Inject
    public Passwords(Settings settings) {
        this(settings.parallelHashes(), MEMORY_KIB);
    }

    Passwords(int parallel, int memory) {
        places = new Semaphore(parallel, true);
        function =
                Argon2Function.getInstance(
                        memory, ITERATIONS, PARALLELISM, OUTPUT_OCTETS, Argon2.ID);
        nobodysHash = derive(HexFormat.of().formatHex(Token.randomOctets(SALT_OCTETS)));
    }

    /** The password's hash with a salt of its own, as a PHC string. */
    public String hash(String password) {
        return derive(password);
    }

    private String derive(String password) {
        return inTurn(
                () ->
                        Password.hash(normalised(password))
                                .addSalt(Token.randomOctets(SALT_OCTETS))
                                .with(function)
                                .getResult());
    }

    /**
     * Whether it is the password.
     *
     * @param hash null where there is no such person; the answer takes as long all the same
     */
    public boolean matches(String password, String hash) {
        String other = hash == null ? nobodysHash : hash;
        boolean equal =
                inTurn(
                        () ->
                                Password.check(normalised(password), other)
                                        .with(Argon2Function.getInstanceFromHash(other)));
        return equal && hash != null;
    }

    /** Whether the hash was made at another cost than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(function);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RefusalException(PersonReason.TOO_MANY_ATTEMPTS, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a place", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** The same characters typed on another keyboard are the same password. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
