package beckon.person.control;

import java.lang.ref.SoftReference;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;

/**
 * The blocks that one hash after the other fills.
 *
 * <p>A hash needs 19 MiB for a moment. Allocated anew each time, a few of them fill the young
 * generation, and the collector takes as long as the hashes. Kept ones are soft: a heap that is
 * short of room gets them back.
 */
final class HashingMemory {

    /** Blocks of 1 KiB that a hash uses besides its memory. */
    private static final int WORKING_BLOCKS = 4;

    private final int kibibytes;
    private final Deque<SoftReference<BlockPool>> kept = new ConcurrentLinkedDeque<>();

    /**
     * @param kibibytes what one hash takes
     */
    HashingMemory(int kibibytes) {
        this.kibibytes = kibibytes;
    }

    /** Whether it is made for hashes of this cost. */
    boolean fits(int memory) {
        return memory == kibibytes;
    }

    /** For one hash; give it back afterwards. */
    BlockPool take() {
        for (SoftReference<BlockPool> each; (each = kept.pollFirst()) != null; ) {
            BlockPool pool = each.get();
            if (pool != null) {
                return pool;
            }
        }
        return new FixedBlockPool(kibibytes + WORKING_BLOCKS);
    }

    void giveBack(BlockPool pool) {
        kept.addFirst(new SoftReference<>(pool));
    }
}
