package beckon.exchange.entity;

import java.util.List;

/**
 * One row of a file, with what becomes or became of it.
 *
 * @param number its place in the file, counted from 1
 * @param kept whether it is in the book by now
 */
public record ImportRow(
        int number,
        String name,
        String email,
        String phone,
        RowOutcome outcome,
        boolean kept,
        List<Remark> remarks) {}
