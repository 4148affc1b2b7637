package org.ehcpathway.plan.tribunal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.ehcpathway.plan.tribunal.Note.Kind;
import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Working documents as word processors and people send them back. */
class EditedElsewhereTest {

    private static final String AMOUNT = "How much and how often: ";
    private static final List<Marked> SIXTY = List.of(
            new Marked(Mark.FAMILY_DELETION, "45"),
            new Marked(Mark.FAMILY_ADDITION, "60"),
            new Marked(Mark.ORIGINAL, " minutes, four times a week"));

    private final WorkingText sent = SampleRound.original();
    private final byte[] word = SampleRound.word(sent);

    @Test
    void aChangeIsFoundAtItsPlace() {
        Received received =
                family(WordEdits.edited(word, document -> WordEdits.familyReplaces(document, AMOUNT, "45", "60")));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .isEqualTo(SIXTY);
        assertThat(received.answers()).filteredOn(Received.Answer::isOfInterest).hasSize(1);
    }

    @Test
    void runsThatAreCutIntoManyAreOneText() {
        Received received = family(WordEdits.edited(word, document -> {
            WordEdits.familyReplaces(document, AMOUNT, "45", "60");
            WordEdits.words(WordEdits.paragraph(document, AMOUNT), "ur ti");
            WordEdits.words(WordEdits.paragraph(document, "A specialist"), "teach");
        }));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .isEqualTo(SIXTY);
        assertThat(received.answers()).filteredOn(Received.Answer::isOfInterest).hasSize(1);
    }

    @Test
    void withoutBookmarksHeadingsAndLabelsLeadToThePlace() {
        Received received = family(WordEdits.edited(word, document -> {
            WordEdits.familyReplaces(document, AMOUNT, "45", "60");
            WordEdits.familyAdds(document, "New in section F: ", "A speech therapist works with her.");
            WordEdits.dropBookmarks(document);
        }));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .isEqualTo(SIXTY);
        assertThat(SampleRound.at(received, SampleRound.NEW_PROVISION).after().pieces())
                .containsExactly(new Marked(Mark.FAMILY_ADDITION, "A speech therapist works with her."));
        assertThat(received.answers()).filteredOn(Received.Answer::isOfInterest).hasSize(2);
        assertThat(received.newlyLoose()).isEmpty();
    }

    @Test
    void paragraphsThatRanTogetherAreTakenApart() {
        Received received = family(WordEdits.edited(word, document -> {
            XWPFParagraph amount = WordEdits.paragraph(document, AMOUNT);
            XWPFParagraph duration = WordEdits.paragraph(document, "For how long: ");
            WordEdits.familyReplaces(document, AMOUNT, "45", "60");
            // As Word does when the end of a paragraph is deleted: all of the next one comes behind.
            org.w3c.dom.Node into = amount.getCTP().getDomNode();
            org.w3c.dom.Node from = duration.getCTP().getDomNode();
            while (from.getFirstChild() != null) {
                org.w3c.dom.Node child = from.removeChild(from.getFirstChild());
                if (!"pPr".equals(child.getLocalName())) {
                    into.appendChild(child);
                }
            }
        }));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .isEqualTo(SIXTY);
        assertThat(SampleRound.at(received, SampleRound.DURATION).isOfInterest())
                .isFalse();
    }

    @Test
    void aNewParagraphGoesOnWithThePlaceBefore_andWordsBeforeTheFirstSectionAreKept() {
        Received received = family(WordEdits.edited(word, document -> {
            XWPFParagraph teaching = WordEdits.paragraph(document, "A specialist");
            int next = document.getParagraphs().indexOf(teaching) + 1;
            XWPFParagraph added = document.insertNewParagraph(
                    document.getParagraphs().get(next).getCTP().newCursor());
            XWPFRun run = added.createRun();
            run.setText("She is taught alone.");
            run.setBold(true);
            WordEdits.familyAdds(document, "Underlined: added", "");
            XWPFParagraph first = document.insertNewParagraph(
                    document.getParagraphs().get(1).getCTP().newCursor());
            first.createRun().setText("Please ring us before you answer.");
        }));

        assertThat(SampleRound.at(received, SampleRound.TEACHING).after().pieces())
                .last()
                .isEqualTo(new Marked(Mark.FAMILY_ADDITION, "\nShe is taught alone."));
        assertThat(received.newlyLoose())
                .containsExactly(new Loose("the beginning", "Please ring us before you answer.", Side.FAMILY));
    }

    @Test
    void aMarkMayComeFromAStyle() {
        Received received = family(WordEdits.edited(word, document -> {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("Strong");
            style.setType(STStyleType.CHARACTER);
            style.addNewName().setVal("Strong");
            style.addNewRPr().addNewB();
            document.getStyles().addStyle(new XWPFStyle(style));
            XWPFRun run = WordEdits.paragraph(document, AMOUNT).createRun();
            run.setText(" at least");
            run.setStyle("Strong");
        }));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .last()
                .isEqualTo(new Marked(Mark.FAMILY_ADDITION, " at least"));
    }

    @Test
    void trackedChangesAreTheSendersProposals() {
        Received received = family(WordEdits.edited(word, document -> {
            XWPFParagraph amount = WordEdits.paragraph(document, AMOUNT);
            XWPFRun old = WordEdits.words(amount, "45");
            CTRunTrackChange inserted = amount.getCTP().addNewIns();
            inserted.setId(BigInteger.ONE);
            inserted.setAuthor("Maya Ashdown");
            inserted.addNewR().addNewT().setStringValue(" at least");
            CTRunTrackChange deleted = amount.getCTP().addNewDel();
            deleted.setId(BigInteger.TWO);
            deleted.setAuthor("Maya Ashdown");
            deleted.addNewR().addNewDelText().setStringValue("45");
            old.getCTR()
                    .getDomNode()
                    .getParentNode()
                    .replaceChild(deleted.getDomNode(), old.getCTR().getDomNode());
        }));

        assertThat(SampleRound.at(received, SampleRound.AMOUNT).after().pieces())
                .containsExactly(
                        new Marked(Mark.FAMILY_DELETION, "45"),
                        new Marked(Mark.ORIGINAL, " minutes, four times a week"),
                        new Marked(Mark.FAMILY_ADDITION, " at least"));
    }

    @Test
    void aWholeItemThatIsGoneIsADeletionToLookAt() {
        Received received = family(WordEdits.edited(word, document -> {
            XWPFParagraph duration = WordEdits.paragraph(document, "For how long: ");
            document.removeBodyElement(document.getPosOfParagraph(duration));
        }));

        Received.Answer duration = SampleRound.at(received, SampleRound.DURATION);
        assertThat(duration.after().pieces()).containsExactly(new Marked(Mark.FAMILY_DELETION, "39 weeks"));
        assertThat(duration.notes()).containsExactly(new Note(Kind.UNMARKED_DELETION, "39 weeks"));
    }

    @Test
    void whatCannotBeReadIsRefusedInASentence() throws Exception {
        refused("%PDF-1.7 no Word".getBytes(StandardCharsets.UTF_8), "This is not a Word document (.docx).");
        refused(new byte[0], "This is not a Word document (.docx).");
        refused(zip("word/other.xml", 10), "This is not a Word document (.docx).");
        refused(java.util.Arrays.copyOf(word, word.length / 2), "The Word document is damaged");
        refused(zip("word/document.xml", 10), "The Word document is damaged");
        refused(zip("word/document.xml", 300_000_000), "The document is far too large when it is unpacked.");
        refused(withMacros(), "The document contains macros.");
        refused(encrypted(), "The document is protected by a password.");
    }

    private void refused(byte[] content, String sentence) {
        assertThatThrownBy(() -> family(content)).isInstanceOf(Refusal.class).hasMessageStartingWith(sentence);
    }

    private Received family(byte[] content) {
        return SampleRound.received(content, sent, Side.FAMILY, false);
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[100_000];
            java.util.Arrays.fill(block, (byte) ' ');
            for (int left = size; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return out.toByteArray();
    }

    private byte[] withMacros() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                java.util.zip.ZipInputStream in =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(word))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(in.readAllBytes());
            }
            zip.putNextEntry(new ZipEntry("word/vbaProject.bin"));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private byte[] encrypted() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("fox");
            try (var stream = encryptor.getDataStream(file)) {
                stream.write(word);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
