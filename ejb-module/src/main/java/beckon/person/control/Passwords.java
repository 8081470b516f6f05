package beckon.person.control;

import beckon.person.entity.PersonReason;
import beckon.shared.RefusalException;
import beckon.shared.Settings;
import beckon.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

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
    private int memory;
    private HashingMemory blocks;
    private String nobodysHash;

    protected Passwords() {}

    @Inject
    public Passwords(Settings settings) {
        this(settings.parallelHashes(), MEMORY_KIB);
    }

    Passwords(int parallel, int memory) {
        this.memory = memory;
        places = new Semaphore(parallel, true);
        blocks = new HashingMemory(memory);
        nobodysHash = derived(HexFormat.of().formatHex(Token.randomOctets(SALT_OCTETS)));
    }

    /** The password's hash with a salt of its own, as a PHC string. */
    public String hash(String password) {
        return derived(password);
    }

    private String derived(String password) {
        byte[] salt = Token.randomOctets(SALT_OCTETS);
        PasswordHash made =
                new PasswordHash(memory, ITERATIONS, PARALLELISM, salt, new byte[OUTPUT_OCTETS]);
        inTurn(() -> derive(password, made, made.octets()));
        return made.toString();
    }

    /**
     * Whether it is the password.
     *
     * @param hash null where there is no such person; the answer takes as long all the same
     */
    public boolean matches(String password, String hash) {
        PasswordHash other = PasswordHash.parse(hash == null ? nobodysHash : hash);
        byte[] octets = new byte[other.octets().length];
        inTurn(() -> derive(password, other, octets));
        return other.isEqualTo(octets) && hash != null;
    }

    /** Whether the hash was made at another cost than today's. */
    public boolean isOutdated(String hash) {
        PasswordHash made = PasswordHash.parse(hash);
        return made.memory() != memory
                || made.iterations() != ITERATIONS
                || made.parallelism() != PARALLELISM
                || made.octets().length != OUTPUT_OCTETS;
    }

    private void derive(String password, PasswordHash cost, byte[] octets) {
        Argon2Parameters.Builder parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(cost.salt());
        if (!blocks.fits(cost.memory())) {
            derive(password, parameters, octets);
            return;
        }
        BlockPool pool = blocks.take();
        try {
            derive(password, parameters.withBlockPool(pool), octets);
        } finally {
            blocks.giveBack(pool);
        }
    }

    private static void derive(
            String password, Argon2Parameters.Builder parameters, byte[] octets) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters.build());
        generator.generateBytes(normalised(password).getBytes(StandardCharsets.UTF_8), octets);
    }

    private void inTurn(Runnable work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new RefusalException(PersonReason.TOO_MANY_ATTEMPTS, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a place", e);
        }
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** The same characters typed on another keyboard are the same password. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
