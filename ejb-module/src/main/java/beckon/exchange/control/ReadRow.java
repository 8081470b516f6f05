package beckon.exchange.control;

import beckon.contact.entity.PersonalContact;
import beckon.exchange.entity.Remark;
import beckon.exchange.entity.RowOutcome;
import java.util.List;

/**
 * One row of a file as it was read and judged.
 *
 * @param contact null if nothing in it can be kept
 */
record ReadRow(int number, PersonalContact contact, RowOutcome outcome, List<Remark> remarks) {}
