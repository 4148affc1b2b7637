package org.ehcpathway.letter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.ehcpathway.casefile.Channel;
import org.ehcpathway.letter.AfterSending.CameBack;
import org.ehcpathway.letter.SendingEvent.What;
import org.ehcpathway.testing.OnH2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Letters and email through GOV.UK Notify, in the words of its API. Nothing here reaches the real service. */
@OnH2
class NotifyTest extends SendingStory {

    private static final String ID = "740e5834-3a29-46b4-9a6f-16142fde533a";
    private static final String LETTERS = "/v2/notifications/letter";
    private static final String EMAILS = "/v2/notifications/email";
    private static final String LOOKED_UP = "/v2/notifications";
    private static final String TEMPLATE = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";

    private static WireMockServer notify;

    @Autowired
    private LetterStore store;

    @Autowired
    private SendingLog log;

    @Autowired
    private NotifyReceipts receipts;

    @Autowired
    private AfterSending after;

    @DynamicPropertySource
    static void theService(DynamicPropertyRegistry registry) throws IOException {
        notify = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        notify.start();
        registry.add("ehc.outbox", Files.createTempDirectory("outbox")::toString);
        registry.add("ehc.letters.post", () -> "notify");
        registry.add("ehc.letters.email", () -> "notify");
        registry.add("ehc.letters.govuk-notify.base-url", notify::baseUrl);
        registry.add(
                "ehc.letters.govuk-notify.api-key",
                () -> "story-c3ee1f0a-0000-4000-8000-000000000001-c3ee1f0a-0000-4000-8000-000000000002");
        registry.add("ehc.letters.govuk-notify.email-template", () -> TEMPLATE);
        registry.add("ehc.letters.govuk-notify.timeout", () -> "2s");
    }

    @AfterAll
    static void stopped() {
        notify.stop();
    }

    @BeforeEach
    void theServiceIsWell() {
        jdbc.update("delete from letter_delivery");
        notify.resetAll();
        notify.stubFor(post(urlPathEqualTo(LETTERS))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withBody("{\"id\":\"" + ID + "\",\"reference\":\"ours\",\"postage\":\"second\"}")));
        notify.stubFor(post(urlPathEqualTo(EMAILS))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withBody("{\"id\":\"" + ID
                                + "\",\"reference\":\"ours\",\"content\":{\"body\":\"b\",\"subject\":\"s\","
                                + "\"from_email\":\"x@notifications.service.gov.uk\"},\"uri\":\"u\",\"template\":{\"id\":\""
                                + TEMPLATE + "\",\"version\":1,\"uri\":\"u\"}}")));
        found("");
    }

    @Test
    void theVeryPdfIsPosted_underOurKey() {
        Letter letter = toBePosted();

        sending.dispatch(letter.id());
        sending.dispatch(letter.id());

        LetterRecipient maya = maya(letter);
        notify.verify(
                1,
                postRequestedFor(urlPathEqualTo(LETTERS))
                        .withRequestBody(matchingJsonPath("$.reference", equalTo(maya.idempotencyKey())))
                        .withRequestBody(matchingJsonPath("$.postage", equalTo("second")))
                        .withRequestBody(matchingJsonPath(
                                "$.content",
                                equalTo(Base64.getEncoder().encodeToString(documents.content(maya.documentId()))))));
        assertThat(maya.receipt()).isEqualTo("notify " + ID);
        assertThat(sending.recordService(letter.id())).isEqualTo(new Served(MONDAY, LocalDate.of(2026, 10, 28)));
    }

    @Test
    void byEmailGoesALinkToTheLetter() {
        Letter letter = toBeMailed("maya@example.org");

        sending.dispatch(letter.id());

        notify.verify(
                1,
                postRequestedFor(urlPathEqualTo(EMAILS))
                        .withRequestBody(matchingJsonPath("$.email_address", equalTo("maya@example.org")))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo(TEMPLATE)))
                        .withRequestBody(matchingJsonPath(
                                "$.personalisation.link_to_letter.file",
                                equalTo(Base64.getEncoder()
                                        .encodeToString(
                                                documents.content(maya(letter).documentId()))))));
        assertThat(sending.recordService(letter.id())).isEqualTo(new Served(MONDAY, MONDAY));
    }

    @Test
    void aServiceThatTakesTheLetterAndHangs_isAskedBeforeItIsGivenItAgain() {
        notify.stubFor(post(urlPathEqualTo(LETTERS)).willReturn(aResponse().withFixedDelay(6000)));
        Letter letter = toBePosted();
        assertThatThrownBy(() -> sending.dispatch(letter.id()))
                .isInstanceOf(ChannelUnavailable.class)
                .hasMessage("GOV.UK Notify did not take the letter. The letter is tried again.");
        String key = maya(letter).idempotencyKey();
        found(notification(key, "created"));
        today(TUESDAY);

        assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.SENT);

        notify.verify(1, postRequestedFor(urlPathEqualTo(LETTERS)));
        notify.verify(getRequestedFor(urlPathEqualTo(LOOKED_UP)).withQueryParam("reference", equalTo(key)));
        assertThat(maya(letter)).as("on the day it left").returns(MONDAY, LetterRecipient::sentOn);
        assertThat(happened(letter)).containsExactly(What.STARTED, What.NOT_TAKEN, What.CAME_THROUGH);
    }

    @Test
    void aServiceThatDidNotTakeTheLetter_getsItAgain() {
        notify.stubFor(post(urlPathEqualTo(LETTERS)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        Letter letter = toBePosted();
        assertThatThrownBy(() -> sending.dispatch(letter.id())).isInstanceOf(ChannelUnavailable.class);
        theServiceIsWell();
        found(notification("another key", "created"));
        today(TUESDAY);

        sending.dispatch(letter.id());

        notify.verify(1, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(maya(letter).sentOn()).isEqualTo(TUESDAY);
    }

    @Test
    void killedWhileHandingOver_theServiceKnows() {
        Letter letter = toBePosted();
        LetterRecipient maya = maya(letter);
        String key = "key-of-" + maya.id();
        store.keepIdempotencyKey(maya.id(), key);
        log.tell(maya, key, "notify", What.STARTED, null, "process");
        found(notification(key, "sending"));

        sending.dispatch(letter.id());

        notify.verify(0, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(maya(letter).receipt()).isEqualTo("notify " + ID);
    }

    @Test
    void whileTheServiceCannotBeAsked_nothingIsSent() {
        Letter letter = toBePosted();
        LetterRecipient maya = maya(letter);
        String key = "key-of-" + maya.id();
        store.keepIdempotencyKey(maya.id(), key);
        log.tell(maya, key, "notify", What.STARTED, null, "process");
        notify.stubFor(get(urlPathEqualTo(LOOKED_UP)).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(() -> sending.dispatch(letter.id())).isInstanceOf(ChannelUnavailable.class);

        notify.verify(0, postRequestedFor(urlPathEqualTo(LETTERS)));
    }

    @Test
    void anAddressThatTheServiceRefuses_getsTheLetterByPost() {
        notify.stubFor(
                post(urlPathEqualTo(EMAILS))
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withBody(
                                                "{\"status_code\":400,\"errors\":[{\"error\":\"ValidationError\",\"message\":\"bad\"}]}")));
        Letter letter = toBeMailed("maya@example.org");

        assertThat(sending.dispatch(letter.id())).isEqualTo(Dispatched.SENT);

        notify.verify(
                1,
                postRequestedFor(urlPathEqualTo(LETTERS))
                        .withRequestBody(matchingJsonPath(
                                "$.reference", equalTo(maya(letter).idempotencyKey()))));
        assertThat(maya(letter))
                .returns(Channel.POST, LetterRecipient::channel)
                .satisfies(sent -> assertThat(sent.idempotencyKey()).endsWith("_post"));
    }

    /** Notify prints ten pages and no more; a plan is longer. */
    @Test
    void aLetterThatIsTooLong_goesWithThePrintRun() throws IOException {
        Letter letter = preparation.prepare(opened(by(Channel.POST, null)), LetterKind.L_01, null, "caseworker");
        enclose(letter, pages(10));
        signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        sending.render(letter.id());

        sending.dispatch(letter.id());

        notify.verify(0, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(maya(letter).receipt()).isEqualTo("print run of 2026-10-26");
    }

    @Test
    void anEmailThatIsTooLarge_goesByPost() throws IOException {
        Letter letter =
                preparation.prepare(opened(by(Channel.EMAIL, "maya@example.org")), LetterKind.L_01, null, "caseworker");
        enclose(letter, large());
        signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        sending.render(letter.id());

        sending.dispatch(letter.id());

        notify.verify(0, postRequestedFor(urlPathEqualTo(EMAILS)));
        notify.verify(1, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(maya(letter).channel()).isEqualTo(Channel.POST);
        assertThat(reading.sendings(letter.id()).get(0).sentence())
                .isEqualTo(
                        "Email failed, so the letter goes by post. With its papers the letter is larger than the 2 MB that"
                                + " GOV.UK Notify takes.");
    }

    @Test
    void theServiceIsAsked_untilTheEmailIsDelivered() {
        Letter letter = toBeMailed("maya@example.org");
        sending.dispatch(letter.id());

        for (String status : List.of("created", "sending", "sending", "delivered")) {
            says(status);
            receipts.ask();
        }
        receipts.ask();

        assertThat(reading.sendings(letter.id()))
                .extracting(SendingEvent::what, SendingEvent::sentence)
                .containsExactly(
                        tuple(What.STARTED, null),
                        tuple(What.HANDED_OVER, null),
                        tuple(What.ON_ITS_WAY, "GOV.UK Notify says: created."),
                        tuple(What.ON_ITS_WAY, "GOV.UK Notify says: sending."),
                        tuple(What.DELIVERED, null));
        notify.verify(4, getRequestedFor(urlPathEqualTo(LOOKED_UP + "/" + ID)));
        assertThat(after.toLookAt()).extracting(CameBack::letterId).doesNotContain(letter.id());
    }

    @Test
    void anEmailThatIsNeverDelivered_goesByPostAsItWas_andSomebodyLooks() {
        Letter letter = toBeMailed("maya@example.org");
        sending.dispatch(letter.id());
        LetterRecipient sent = maya(letter);
        today(TUESDAY);
        says("permanent-failure");

        receipts.ask();
        after.sendInstead();
        after.sendInstead();

        String key = sent.idempotencyKey() + "_instead";
        notify.verify(
                1,
                postRequestedFor(urlPathEqualTo(LETTERS))
                        .withRequestBody(matchingJsonPath("$.reference", equalTo(key)))
                        .withRequestBody(matchingJsonPath(
                                "$.content",
                                equalTo(Base64.getEncoder().encodeToString(documents.content(sent.documentId()))))));
        assertThat(happened(letter))
                .containsExactly(
                        What.STARTED, What.HANDED_OVER, What.CAME_BACK, What.FELL_BACK, What.STARTED, What.HANDED_OVER);
        assertThat(reading.sendings(letter.id()).get(2).sentence())
                .isEqualTo("GOV.UK Notify could not deliver it: the address does not exist or takes no letters.");
        assertThat(reading.sendings(letter.id()).get(3).sentence())
                .isEqualTo(
                        "It did not arrive, so the same letter goes by post on Tuesday 27 October 2026. Its dates count from Monday 26"
                                + " October 2026: send it again if they must count from the day of posting.");
        assertThat(maya(letter)).as("what was sent stays as it was sent").isEqualTo(sent);

        List<String> asked = new ArrayList<>();
        assertThat(after.toLookAt()).extracting(CameBack::letterId).contains(letter.id());
        after.look(letter.id(), recipient -> asked.add(recipient.name()));
        after.look(letter.id(), recipient -> asked.add(recipient.name()));
        assertThat(asked).containsExactly("Maya Ashdown");
        assertThat(after.toLookAt()).extracting(CameBack::letterId).doesNotContain(letter.id());

        says("received");
        receipts.ask();
        assertThat(happened(letter)).endsWith(What.FOLLOWED_UP, What.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            validation-failed | GOV.UK Notify did not print it: the address or something in the margin is not as the post needs it.
            virus-scan-failed | GOV.UK Notify did not print it: its check for viruses found something in it.
            cancelled         | Somebody cancelled it in GOV.UK Notify.
            """)
    void aLetterThatIsNotPrinted_goesWithThePrintRun(String status, String sentence) {
        Letter letter = toBePosted();
        sending.dispatch(letter.id());
        says("pending-virus-check");
        receipts.ask();
        says(status);

        receipts.ask();
        after.sendInstead();

        assertThat(happened(letter))
                .containsExactly(
                        What.STARTED,
                        What.HANDED_OVER,
                        What.ON_ITS_WAY,
                        What.CAME_BACK,
                        What.FELL_BACK,
                        What.STARTED,
                        What.HANDED_OVER);
        assertThat(reading.sendings(letter.id()).get(3).sentence()).isEqualTo(sentence);
        assertThat(jdbc.queryForList(
                        "select idempotency_key from print_item where letter_id = ?", String.class, letter.id()))
                .containsExactly(maya(letter).idempotencyKey() + "_instead");
        assertThat(after.toLookAt()).extracting(CameBack::letterId).contains(letter.id());
    }

    @Test
    void aServiceThatCannotBeAsked_isAskedAgain_andOneThatForgotIsNot() {
        Letter letter = toBePosted();
        sending.dispatch(letter.id());
        notify.stubFor(
                get(urlPathEqualTo(LOOKED_UP + "/" + ID)).willReturn(aResponse().withStatus(503)));
        receipts.ask();
        assertThat(happened(letter)).containsExactly(What.STARTED, What.HANDED_OVER);

        notify.stubFor(get(urlPathEqualTo(LOOKED_UP + "/" + ID))
                .willReturn(aResponse().withStatus(404).withBody("{\"errors\":[],\"status_code\":404}")));
        receipts.ask();
        notify.resetRequests();
        receipts.ask();

        notify.verify(0, getRequestedFor(urlPathEqualTo(LOOKED_UP + "/" + ID)));
        assertThat(happened(letter)).containsExactly(What.STARTED, What.HANDED_OVER);
    }

    /** Notify would take it, look at it for a while and then not print it. */
    @Test
    void aPaperThatPrintsInTheMargin_isNotGivenToTheService() throws IOException {
        Letter letter = preparation.prepare(opened(by(Channel.POST, null)), LetterKind.L_01, null, "caseworker");
        enclose(letter, withAStripeAtTheEdge());
        signing.sign(letter.id(), "caseworker", "Ade Bello", "SEN caseworker");
        sending.render(letter.id());

        sending.dispatch(letter.id());

        notify.verify(0, postRequestedFor(urlPathEqualTo(LETTERS)));
        assertThat(maya(letter).receipt()).isEqualTo("print run of 2026-10-26");
    }

    private static void says(String status) {
        notify.stubFor(get(urlPathEqualTo(LOOKED_UP + "/" + ID)).willReturn(okJson(notification("ours", status))));
    }

    private static byte[] withAStripeAtTheEdge() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.addRect(2, 300, 20, 20);
                content.fill();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] pages(int number) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < number; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] large() throws IOException {
        byte[] noise = new byte[2_100_000];
        new Random(1).nextBytes(noise);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.getCOSObject()
                    .setItem(
                            COSName.getPDFName("Noise"),
                            new PDStream(document, new ByteArrayInputStream(noise)).getCOSObject());
            document.addPage(page);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void found(String notifications) {
        notify.stubFor(get(urlPathEqualTo(LOOKED_UP))
                .willReturn(okJson("{\"notifications\":[" + notifications + "],\"links\":{\"current\":\"c\"}}")));
    }

    private static String notification(String reference, String status) {
        return """
                {"id":"%s","reference":"%s","type":"letter","status":"%s","body":"b","subject":"s",
                 "template":{"id":"%s","version":1,"uri":"u"},"created_at":"2026-10-26T09:00:00.000000Z"}""".formatted(ID, reference, status, TEMPLATE);
    }
}
