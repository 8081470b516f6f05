package beckon.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdRepositoryTest extends DatabaseTest {

    @Test
    void nodesNeverHandOutTheSameId() {
        IdRepository one = new IdRepository(database.dataSource());
        IdRepository other = new IdRepository(database.dataSource());
        Set<Long> drawn = new HashSet<>();

        for (int i = 0; i < 3 * IdRepository.BLOCK; i++) {
            drawn.add(one.next());
            drawn.add(other.next());
        }

        assertThat(drawn).hasSize(6 * IdRepository.BLOCK).allMatch(id -> id > 0);
    }
}
