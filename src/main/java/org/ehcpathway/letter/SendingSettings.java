package org.ehcpathway.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * On which ways the council's letters leave, as {@code ehc.letters.*}. Passwords and keys come from the environment only.
 *
 * @param post the way of letters by post: outbox, notify or print-run
 * @param longPost the way of letters by post that the first way cannot take, such as a plan of 34 pages: outbox or print-run
 * @param email the way of letters by email: outbox, smtp or notify
 * @param sampleOneIn of how many letters signed in one act one is read first; at least one is always read
 * @param nodeName what this node calls itself where it notes its work; empty takes the name of the machine
 */
@Validated
@ConfigurationProperties("ehc.letters")
record SendingSettings(
        @DefaultValue("outbox") @NotBlank String post,
        @DefaultValue("print-run") @NotBlank String longPost,
        @DefaultValue("outbox") @NotBlank String email,
        @DefaultValue("10") @Min(1) @Max(1000) int sampleOneIn,
        @DefaultValue("") String nodeName,
        @DefaultValue @NotNull @Valid Smtp smtp,
        @DefaultValue @NotNull @Valid Notify govukNotify,
        @DefaultValue @NotNull @Valid PrintRunSettings printRun) {

    /** To whom the letter itself may be mailed; whoever it may not gets it by post, and a notice by email that says no more. */
    enum LetterTo {
        SAFE_MAILBOXES,
        EVERYBODY
    }

    /**
     * The council's mail server.
     *
     * @param username empty where the server asks for none
     * @param password from the environment, {@code EHC_LETTERS_SMTP_PASSWORD}
     * @param startTls whether the server must encrypt
     * @param timeout how long to wait for the server at each step
     * @param letterTo SAFE_MAILBOXES or EVERYBODY
     * @param safeDomains domains, with all below them, whose mailboxes are safe enough for a letter
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("587") @Min(1) @Max(65535) int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean startTls,
            @DefaultValue("") String from,
            @DefaultValue("30s") @NotNull Duration timeout,
            @DefaultValue("SAFE_MAILBOXES") @NotNull LetterTo letterTo,

            @DefaultValue({"gov.uk", "nhs.net", "nhs.uk", "sch.uk", "police.uk"})
            List<String> safeDomains,

            @DefaultValue @NotNull @Valid Bounces bounces) {}

    /**
     * The mailbox to which mail servers report what they could not deliver. It is read only when it has a host.
     *
     * @param address the sender on the envelope, to which servers report; empty takes that of the letter
     * @param username of the mailbox
     * @param password from the environment, {@code EHC_LETTERS_SMTP_BOUNCES_PASSWORD}
     * @param tls whether the line is encrypted from the first byte (IMAPS)
     * @param folder read by the application alone: what it has read it marks as read
     */
    record Bounces(
            @DefaultValue("") String address,
            @DefaultValue("") String host,
            @DefaultValue("993") @Min(1) @Max(65535) int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean tls,
            @DefaultValue("INBOX") @NotBlank String folder) {}

    /**
     * GOV.UK Notify.
     *
     * @param apiKey from the environment, {@code EHC_LETTERS_GOVUKNOTIFY_APIKEY}
     * @param emailTemplate id of the council's template with the placeholders {@code letter} and {@code link_to_letter}
     * @param postage second, first or economy
     * @param timeout how long to wait for an answer
     */
    record Notify(
            @DefaultValue("") String apiKey,

            @DefaultValue("https://api.notifications.service.gov.uk") @NotBlank
            String baseUrl,

            @DefaultValue("") String emailTemplate,
            @DefaultValue("second") @NotBlank String postage,
            @DefaultValue("30s") @NotNull Duration timeout) {}

    /**
     * The council's own print room.
     *
     * @param folder where each working day's post is put as one PDF with its manifest
     * @param closes when the day's post is closed, in the time of England; letters after it go with the next working day
     */
    record PrintRunSettings(
            @DefaultValue("print-run") @NotBlank String folder,
            @DefaultValue("15:00") @NotNull LocalTime closes) {}
}
