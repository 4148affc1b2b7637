package org.ehcpathway.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.SendingEvent.What;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters by a real mail server, with a name and a password. */
@OnH2
class MailTest extends SendingStory {

    private static GreenMail server;

    @DynamicPropertySource
    static void ourServer(DynamicPropertyRegistry registry) throws IOException {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("letters@exampleshire.example.org", "letters", "a password");
        server.start();
        registry.add("ehc.outbox", Files.createTempDirectory("outbox")::toString);
        registry.add("ehc.letters.email", () -> "smtp");
        registry.add("ehc.letters.smtp.host", () -> "127.0.0.1");
        registry.add("ehc.letters.smtp.port", () -> server.getSmtp().getPort());
        registry.add("ehc.letters.smtp.username", () -> "letters");
        registry.add("ehc.letters.smtp.password", () -> "a password");
        registry.add("ehc.letters.smtp.start-tls", () -> false);
        registry.add("ehc.letters.smtp.from", () -> "letters@exampleshire.example.org");
        registry.add("ehc.letters.smtp.safe-domains", () -> "nhs.net,safe.example.org");
    }

    @AfterAll
    static void stopped() {
        server.stop();
    }

    @BeforeEach
    void emptyMailboxes() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void aSafeMailboxGetsTheLetterItself_once() throws Exception {
        Letter letter = toBeMailed("maya@mail.safe.example.org");

        sending.dispatch(letter.id());
        sending.dispatch(letter.id());

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        LetterRecipient maya = maya(letter);
        assertThat(mail.getAllRecipients()[0]).hasToString("maya@mail.safe.example.org");
        assertThat(mail.getMessageID())
                .as("the key is the message's id")
                .isEqualTo("<" + maya.idempotencyKey() + "@letters.ehcpathway>")
                .isEqualTo(maya.receipt());
        BodyPart attached = ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("letter.pdf");
        assertThat(Sha256.of(attached.getInputStream().readAllBytes())).isEqualTo(maya.sha256());
        assertThat(mail.getSubject()).isEqualTo("Letter from SEND Assessment Service");
        assertThat(sending.recordService(letter.id())).isEqualTo(new Served(MONDAY, MONDAY));
    }

    @Test
    void anotherMailboxGetsANoticeThatNamesNobody_andTheLetterByPost() throws Exception {
        Letter letter = toBeMailed("maya@somewhere.example.org");

        sending.dispatch(letter.id());

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage notice = server.getReceivedMessages()[0];
        assertThat(notice.getSubject()).isEqualTo("A letter is on its way to you");
        assertThat(notice.getContent().toString())
                .contains("by post today", "01632 960100")
                .doesNotContain("Maya", "Rowan", "Ashdown", "EHC-", "L-01");
        assertThat(maya(letter))
                .returns(Channel.POST, LetterRecipient::channel)
                .returns(MONDAY, LetterRecipient::sentOn);
        assertThat(sending.recordService(letter.id()).servedOn())
                .as("served by the letter, not by the notice")
                .isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(happened(letter)).containsExactly(What.STARTED, What.HANDED_OVER, What.NOTICE_SENT);
    }

    @Test
    void aLetterThatTheTableSendsByPostOnly_goesByPostToASafeMailboxToo() throws Exception {
        String reference = opened(by(Channel.EMAIL, "maya@safe.example.org"));
        Letter letter = preparation.prepare(reference, LetterKind.L_01, null, "caseworker");
        preparation.handle(letter.id(), true, false);
        signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        sending.render(letter.id());

        sending.dispatch(letter.id());

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(maya(letter).channel()).isEqualTo(Channel.POST);
    }
}
