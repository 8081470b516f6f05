package beckon.delivery.boundary;

import beckon.connector.text.DeliveryReport;
import beckon.connector.text.DeliveryReportListener;
import beckon.connector.text.IncomingText;
import beckon.delivery.control.IncomingTexts;
import beckon.delivery.control.TextReports;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Takes what the message centre delivers; what it throws, the message centre brings again. */
@MessageDriven
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryReportConsumer implements DeliveryReportListener {

    @Inject private TextReports reports;
    @Inject private IncomingTexts texts;

    @Override
    public void onReports(List<DeliveryReport> arrived) {
        reports.take(arrived);
    }

    @Override
    public void onTexts(List<IncomingText> arrived) {
        texts.take(arrived);
    }
}
