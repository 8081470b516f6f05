package beckon.postbox;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;

/** Refuses everything that is not a text or a question about one. */
interface TextsOnly extends ServerMessageReceiverListener {

    private static ProcessRequestException refusal() {
        return new ProcessRequestException(
                "The postbox takes texts only", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default SubmitMultiResult onAcceptSubmitMulti(SubmitMulti asked, SMPPServerSession by)
            throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default DataSmResult onAcceptDataSm(DataSm asked, Session by) throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default void onAcceptReplaceSm(ReplaceSm asked, SMPPServerSession by)
            throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default void onAcceptCancelSm(CancelSm asked, SMPPServerSession by)
            throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default BroadcastSmResult onAcceptBroadcastSm(BroadcastSm asked, SMPPServerSession by)
            throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default void onAcceptCancelBroadcastSm(CancelBroadcastSm asked, SMPPServerSession by)
            throws ProcessRequestException {
        throw refusal();
    }

    @Override
    default QueryBroadcastSmResult onAcceptQueryBroadcastSm(
            QueryBroadcastSm asked, SMPPServerSession by) throws ProcessRequestException {
        throw refusal();
    }
}
