package org.ehcpathway.letter;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server answered when it did not take a message. */
final class SmtpAnswers {

    private SmtpAnswers() {}

    /** The code of RFC 5321 (4xx later, 5xx never) of the answer nearest to the recipient; -1 when there was none. */
    static int code(MessagingException failure) {
        int code = -1;
        for (Exception next = failure;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (next instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            } else if (next instanceof SMTPSenderFailedException sender) {
                // Our own address is refused: no fault of the recipient, so it is tried again and then told.
                code = Math.min(sender.getReturnCode(), 499);
            }
        }
        return code;
    }

    /** The failure for the log. A server's own words repeat the address, so they stay out. */
    static IOException withoutWords(MessagingException failure) {
        Exception nearest = failure.getNextException() == null ? failure : failure.getNextException();
        int code = code(failure);
        return new IOException(nearest.getClass().getSimpleName() + (code > 0 ? ", answer " + code : ""));
    }
}
