package beckon.connector.text;

import java.util.List;

/**
 * What a message-driven bean implements to be told what became of texts, and what people answer.
 *
 * <p>It needs no activation configuration, only the name of the resource adapter. The message
 * centre is thanked for a report when this has returned, and sends it again later when this has
 * thrown or the server died meanwhile: every report may come more than once.
 */
public interface DeliveryReportListener {

    /** Takes what has arrived since the last time, in the order of arrival. */
    void onReports(List<DeliveryReport> reports);

    /** Takes what people have sent to us, on the same terms. */
    void onTexts(List<IncomingText> texts);
}
