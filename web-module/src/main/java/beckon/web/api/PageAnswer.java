package beckon.web.api;

import beckon.shared.Page;
import java.util.List;
import java.util.function.Function;

/** One page of a list; pages are counted from 0. */
record PageAnswer<T extends Record>(List<T> items, int page, int size, long total) {
    static <R, T extends Record> PageAnswer<T> of(Page<R> page, Function<R, T> answer) {
        return new PageAnswer<>(
                page.rows().stream().map(answer).toList(),
                page.number(),
                page.size(),
                page.total());
    }
}
