package org.ehcpathway.desk;

import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What people read when a page cannot do what they asked. The API has {@link ApiProblemWriter}. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

    /** An address with a word where a number belongs is an address of nothing. */
    @ExceptionHandler({NoSuchThing.class, TypeMismatchException.class})
    ModelAndView notThere() {
        ModelAndView page = new ModelAndView("error/404");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal) {
        return sentence(HttpStatus.BAD_REQUEST, refusal.getMessage());
    }

    @ExceptionHandler(NotAllowed.class)
    ModelAndView notAllowed(NotAllowed notAllowed) {
        return sentence(HttpStatus.FORBIDDEN, notAllowed.getMessage());
    }

    private static ModelAndView sentence(HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("refused");
        page.setStatus(status);
        page.addObject("sentence", sentence);
        return page;
    }
}
