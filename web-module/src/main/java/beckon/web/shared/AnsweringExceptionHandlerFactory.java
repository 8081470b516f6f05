package beckon.web.shared;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Lets Faces ask {@link AnsweringExceptionHandler}. */
public class AnsweringExceptionHandlerFactory extends ExceptionHandlerFactory {
    public AnsweringExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new AnsweringExceptionHandler(getWrapped().getExceptionHandler());
    }
}
