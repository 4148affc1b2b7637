package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ehcpathway.letter.AfterSending.CameBack;
import org.ehcpathway.letter.SendingEvent.What;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Mail that a server took and could not deliver, as the next server reports it to the council's mailbox. */
@OnH2
class BounceTest extends SendingStory {

    private static final String FIVE_ONE_ONE = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.org
            To: bounces@exampleshire.example.org
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain; charset=us-ascii

            I could not deliver your message to maya@example.org.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org
            Arrival-Date: Mon, 26 Oct 2026 10:00:00 +0000

            Final-Recipient: rfc822; maya@example.org
            Action: ACTION
            Status: STATUS
            Diagnostic-Code: smtp; 550 5.1.1 <maya@example.org>: Recipient address rejected

            --b
            Content-Type: text/rfc822-headers

            Message-ID: <KEY@letters.ehcpathway>
            Subject: Letter

            --b--
            """;

    private static GreenMail server;
    private static Path outbox;

    @Autowired
    private BounceMailbox mailbox;

    @Autowired
    private AfterSending after;

    @DynamicPropertySource
    static void theServer(DynamicPropertyRegistry registry) throws IOException {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser("bounces@exampleshire.example.org", "bounces", "a password");
        outbox = Files.createTempDirectory("outbox");
        registry.add("ehc.outbox", outbox::toString);
        registry.add("ehc.letters.email", () -> "smtp");
        registry.add("ehc.letters.smtp.host", () -> "127.0.0.1");
        registry.add("ehc.letters.smtp.port", () -> server.getSmtp().getPort());
        registry.add("ehc.letters.smtp.start-tls", () -> false);
        registry.add("ehc.letters.smtp.from", () -> "letters@exampleshire.example.org");
        registry.add("ehc.letters.smtp.letter-to", () -> "everybody");
        registry.add("ehc.letters.smtp.bounces.address", () -> "bounces@exampleshire.example.org");
        registry.add("ehc.letters.smtp.bounces.host", () -> "127.0.0.1");
        registry.add("ehc.letters.smtp.bounces.port", () -> server.getImap().getPort());
        registry.add("ehc.letters.smtp.bounces.username", () -> "bounces");
        registry.add("ehc.letters.smtp.bounces.password", () -> "a password");
        registry.add("ehc.letters.smtp.bounces.tls", () -> false);
    }

    @AfterAll
    static void stopped() {
        server.stop();
    }

    @BeforeEach
    void anEmptyMailbox() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterThatComesBack_goesByPostAsItWas_andSomebodyLooks() throws Exception {
        Letter letter = toBeMailed("maya@example.org");
        sending.dispatch(letter.id());
        LetterRecipient sent = maya(letter);
        assertThat(server.getReceivedMessages()[0].getHeader("Return-Path", null))
                .isEqualTo("<bounces@exampleshire.example.org>");
        reported(sent.idempotencyKey(), "failed", "5.1.1");
        today(TUESDAY);

        mailbox.read();
        mailbox.read();
        after.sendInstead();

        assertThat(reading.sendings(letter.id()))
                .extracting(SendingEvent::way, SendingEvent::what)
                .containsExactly(
                        tuple("smtp", What.STARTED),
                        tuple("smtp", What.HANDED_OVER),
                        tuple("smtp", What.CAME_BACK),
                        tuple("outbox", What.FELL_BACK),
                        tuple("outbox", What.STARTED),
                        tuple("outbox", What.HANDED_OVER));
        assertThat(reading.sendings(letter.id()).get(2).sentence())
                .isEqualTo("The email came back: the address is wrong or no longer used (5.1.1).");
        assertThat(outbox.resolve(sent.idempotencyKey() + "_instead.pdf"))
                .hasBinaryContent(documents.content(sent.documentId()));
        assertThat(maya(letter)).isEqualTo(sent);
        assertThat(after.toLookAt()).extracting(CameBack::letterId).contains(letter.id());
    }

    @Test
    void aDelayIsNoted_andTheLetterStays() throws Exception {
        Letter letter = toBeMailed("maya@example.org");
        sending.dispatch(letter.id());
        reported(maya(letter).idempotencyKey(), "delayed", "4.4.1");
        reported(maya(letter).idempotencyKey(), "delivered", "2.0.0");

        mailbox.read();
        after.sendInstead();

        assertThat(happened(letter)).containsExactly(What.STARTED, What.HANDED_OVER, What.ON_ITS_WAY, What.DELIVERED);
    }

    @Test
    void whatIsNoReportOrOfNoLetter_changesNothing_andIsKept() throws Exception {
        Letter letter = toBeMailed("maya@example.org");
        sending.dispatch(letter.id());
        reported("EHC-2026-99999_L-01_1_1", "failed", "5.1.1");
        put("From: maya@example.org\nTo: bounces@exampleshire.example.org\nSubject: Thank you\n\nI have it.\n");
        put("Content-Type: multipart/report; boundary=x\nSubject: Broken\n\n--x\nnot at all");

        mailbox.read();

        assertThat(happened(letter)).containsExactly(What.STARTED, What.HANDED_OVER);
        assertThat(server.getManagers().getImapHostManager().getInbox(user()).getMessages())
                .hasSize(3)
                .allMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
    }

    private void reported(String key, String action, String status) throws Exception {
        put(FIVE_ONE_ONE.replace("KEY", key).replace("ACTION", action).replace("STATUS", status));
    }

    private static void put(String message) throws Exception {
        user().deliver(new MimeMessage(
                null, new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))));
    }

    private static com.icegreen.greenmail.user.GreenMailUser user() {
        return server.getUserManager().getUser("bounces");
    }
}
