package org.ehcpathway.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.ehcpathway.statute.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The papers of cases: taken in with a check of what they really are, kept with their hash, never changed. */
@Service
@Transactional
public class Documents {

    private static final int LONGEST_NAME = 200;

    private final Cases cases;
    private final DocumentRepository documents;
    private final JdbcTemplate jdbc;
    private final DataSize maxSize;

    Documents(
            Cases cases,
            DocumentRepository documents,
            JdbcTemplate jdbc,
            @Value("${ehc.documents.max-size:20MB}") DataSize maxSize) {
        this.cases = cases;
        this.documents = documents;
        this.jdbc = jdbc;
        this.maxSize = maxSize;
    }

    /** As {@link #add(String, DocumentKind, String, String, byte[], String)}; reads no further than the largest size taken. */
    public Document add(
            String reference, DocumentKind kind, String title, String fileName, InputStream content, String by) {
        try {
            return add(
                    reference, kind, title, fileName, content.readNBytes(Math.toIntExact(maxSize.toBytes() + 1)), by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a paper into the file of a case.
     *
     * @param fileName with or without a path, which is dropped; its extension must fit the bytes
     * @param content PDF, PNG, JPEG, DOCX, ODT or plain text, at most {@code ehc.documents.max-size} (20 MB unless set)
     * @throws Refusal when it is too large, empty, of a type that is not taken, not what its name says, broken, locked by a
     *     password or with macros
     */
    public Document add(String reference, DocumentKind kind, String title, String fileName, byte[] content, String by) {
        if (content.length > maxSize.toBytes()) {
            throw new Refusal(
                    "The file is larger than %d MB; make it smaller or split it.".formatted(maxSize.toMegabytes()));
        }
        String name = cleaned(fileName);
        FileType type = checkedType(name, content);
        SoundFile.check(type, content);
        return keep(reference, kind, title, name, type, content, by);
    }

    /**
     * Keeps a PDF that was made here from the file, such as a plan with its advice: of any size, since nobody can make it smaller,
     * and not checked, since its maker did.
     */
    public Document addMade(String reference, DocumentKind kind, String title, String fileName, byte[] pdf, String by) {
        return keep(reference, kind, title, cleaned(fileName), FileType.PDF, pdf, by);
    }

    /**
     * A paper as it was taken in.
     *
     * @param pages of a PDF its pages, of a picture 1; 0 where the type of file does not tell
     */
    public record Opened(byte[] content, int pages) {}

    /**
     * The bytes of a document, looked at again before they go into something else.
     *
     * @throws Refusal when they are not what was taken in, or what would not be taken in today: broken, locked or with macros
     */
    @Transactional(readOnly = true)
    public Opened open(Document document) {
        byte[] content = content(document.id());
        if (!Fingerprint.of(content).equals(document.sha256())) {
            throw new Refusal("The file is not what was taken in: tell those who look after the database.");
        }
        return new Opened(
                content,
                FileType.claimedBy(document.fileName())
                        .map(type -> SoundFile.check(type, content))
                        .orElse(0));
    }

    private Document keep(
            String reference, DocumentKind kind, String title, String name, FileType type, byte[] content, String by) {
        EhcCase ehcCase = cases.get(reference);
        Document document = documents.save(new Document(
                null,
                ehcCase.id(),
                Entry.chosen(kind, "the kind of document"),
                Entry.line(title, "a title for the document", 200),
                name,
                type.mediaType(),
                content.length,
                Fingerprint.of(content),
                Entry.line(by, "who adds the document", 255),
                cases.now()));
        jdbc.update("insert into document_content (document_id, content) values (?, ?)", insert -> {
            insert.setLong(1, document.id());
            insert.setBinaryStream(2, new ByteArrayInputStream(content), content.length);
        });
        cases.tell(ehcCase.id(), by, "Document added: " + kind.title(), document.title());
        return document;
    }

    /**
     * Takes a paper of one case into the file of another, as it is, because the two cases are one. A paper with the same content
     * that is there already is not taken twice.
     */
    void copy(Document paper, EhcCase into, String by) {
        if (documents.findByCaseIdOrderById(into.id()).stream()
                .anyMatch(there -> there.sha256().equals(paper.sha256()) && there.kind() == paper.kind())) {
            return;
        }
        Document copy = documents.save(new Document(
                null,
                into.id(),
                paper.kind(),
                paper.title(),
                paper.fileName(),
                paper.mediaType(),
                paper.size(),
                paper.sha256(),
                Entry.line(by, "who adds the document", 255),
                cases.now()));
        jdbc.update(
                "insert into document_content (document_id, content)"
                        + " select cast(? as bigint), content from document_content where document_id = ?",
                copy.id(),
                paper.id());
        cases.tell(into.id(), by, "Document added: " + copy.kind().title(), copy.title());
    }

    /**
     * The bytes of a document as they were taken in.
     *
     * @throws Refusal when there is no such document
     */
    @Transactional(readOnly = true)
    public byte[] content(long id) {
        return jdbc
                .query("select content from document_content where document_id = ?", (row, i) -> row.getBytes(1), id)
                .stream()
                .findFirst()
                .orElseThrow(Documents::unknown);
    }

    /**
     * The document with this id.
     *
     * @throws Refusal when there is none
     */
    @Transactional(readOnly = true)
    public Document get(long id) {
        return documents.findById(id).orElseThrow(Documents::unknown);
    }

    /** The documents of a case, in the order they were added. */
    @Transactional(readOnly = true)
    public List<Document> of(String reference) {
        return documents.findByCaseIdOrderById(cases.get(reference).id());
    }

    private FileType checkedType(String name, byte[] content) {
        if (content.length == 0) {
            throw new Refusal("The file is empty; check it and choose it again.");
        }
        FileType claimed = FileType.claimedBy(name)
                .orElseThrow(
                        () -> new Refusal(
                                "This type of file is not taken; use PDF, PNG, JPEG, DOCX, ODT or a plain text with the ending .txt."));
        if (claimed == FileType.DOCX && SoundFile.isOldOrLockedWord(content)) {
            throw new Refusal(
                    "The Word document is protected by a password or saved in the format of Word 2003: save it"
                            + " without a password as DOCX and try again.");
        }
        if (!claimed.isTypeOf(content)) {
            throw new Refusal("The file says it is %s but it is not; open it, save it anew and try again."
                    .formatted(claimed.inWords()));
        }
        return claimed;
    }

    /** Without path and control characters; some browsers send the whole path of the person's machine. */
    private static String cleaned(String fileName) {
        String typed = fileName == null ? "" : fileName;
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String name = last.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        if (name.isEmpty()) {
            throw new Refusal("The file has no name; save it under a name and choose it again.");
        }
        return name.length() <= LONGEST_NAME ? name : shortened(name);
    }

    /** The ending stays, because it tells the type. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        return name.substring(0, LONGEST_NAME - ending.length()) + ending;
    }

    private static Refusal unknown() {
        return new Refusal("There is no such document.");
    }
}
