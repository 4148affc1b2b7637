package org.ehcpathway.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ehcpathway.casefile.Document;
import org.ehcpathway.casefile.Documents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a day's post and puts it into the folder of the print room: one PDF (another one after each thousand letters), and beside it what is on which page, for whom, and the
 * fingerprint of each letter, as JSON and as CSV. Papers that are no PDF lie beside it under their own names.
 *
 * <p>Safe to repeat: what belongs to a closed day no longer changes, and the JSON is written last.
 */
@Component
public class DaysPost {

    /**
     * @param file the PDF it is in
     * @param firstPage in that PDF, from 1
     */
    record Sheet(
            String key,
            String file,
            String reference,
            String letter,
            String recipient,
            List<String> address,
            int firstPage,
            int pages,
            String sha256,
            List<String> papersBeside) {}

    record PdfFile(String file, int letters, int pages, String sha256) {}

    record Manifest(LocalDate day, List<PdfFile> files, List<Sheet> letters) {

        int pages() {
            return files.stream().mapToInt(PdfFile::pages).sum();
        }
    }

    /** More in one PDF would ask for more memory than the rest of the application, and for more paper than a printer takes. */
    private static final int LETTERS_IN_A_PDF = 1000;

    private final JdbcTemplate jdbc;
    private final LetterStore store;
    private final Documents documents;
    private final Clock clock;
    private final SendingSettings.PrintRunSettings settings;
    private final TransactionTemplate transaction;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    DaysPost(
            JdbcTemplate jdbc,
            LetterStore store,
            Documents documents,
            Clock clock,
            SendingSettings settings,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.store = store;
        this.documents = documents;
        this.clock = clock;
        this.settings = settings.printRun();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Closes and writes every day's post whose closing time has come. */
    public void closeWhatIsDue(String by) {
        LocalDate today = LocalDate.now(clock);
        boolean closedToday = !LocalTime.now(clock).isBefore(settings.closes());
        jdbc
                .queryForList(
                        "select run_day from print_run where file is null and run_day <= ? order by run_day",
                        LocalDate.class,
                        today)
                .stream()
                .filter(day -> day.isBefore(today) || closedToday)
                .forEach(day -> close(day, by));
    }

    /**
     * Closes the post of a day, so that nothing is added any more, and writes its files.
     *
     * @throws OutboxUnavailable when the folder is missing or full; calling again writes the same files
     */
    public void close(LocalDate day, String by) {
        transaction.executeWithoutResult(status -> jdbc.update(
                "update print_run set closed_at = ?, closed_by = ? where run_day = ? and closed_at is null",
                clock.instant().atOffset(ZoneOffset.UTC),
                by,
                day));
        try {
            write(day);
        } catch (IOException e) {
            throw new OutboxUnavailable(
                    "The folder of the print room cannot be written: check that it is there, not full and open to the application.",
                    e);
        }
    }

    private record Item(String key, long letterId, long recipientId, long documentId) {}

    private void write(LocalDate day) throws IOException {
        List<Item> items = jdbc.query(
                "select idempotency_key, letter_id, recipient_id, document_id from print_item where run_day = ?"
                        + " order by letter_id, recipient_id",
                (row, i) -> new Item(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                day);
        Path folder = Files.createDirectories(Path.of(settings.folder()));
        String name = "post-of-" + day;
        List<PdfFile> files = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        for (int from = 0; from < items.size(); from += LETTERS_IN_A_PDF) {
            List<Item> part = items.subList(from, Math.min(from + LETTERS_IN_A_PDF, items.size()));
            String file = name + (from == 0 ? "" : "-" + (files.size() + 1)) + ".pdf";
            List<Sheet> written = writePdf(folder, file, part, day.toEpochDay() + from);
            sheets.addAll(written);
            files.add(new PdfFile(
                    file,
                    written.size(),
                    written.stream().mapToInt(Sheet::pages).sum(),
                    Sha256.of(Files.readAllBytes(folder.resolve(file)))));
        }
        Manifest manifest = new Manifest(day, files, sheets);
        put(folder, name + ".csv", csv(manifest).getBytes(StandardCharsets.UTF_8));
        byte[] last = written(manifest);
        put(folder, name + ".json", last);
        transaction.executeWithoutResult(status -> jdbc.update(
                "update print_run set file = ?, sha256 = ?, pages = ? where run_day = ? and file is null",
                name + ".json",
                Sha256.of(last),
                manifest.pages(),
                day));
    }

    private List<Sheet> writePdf(Path folder, String file, List<Item> items, long identity) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        Path part = folder.resolve("." + file + ".part");
        int page = 1;
        try (PDDocument whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (Item item : items) {
                Sheet sheet = add(whole, merger, item, file, page, folder);
                sheets.add(sheet);
                page += sheet.pages();
            }
            // Otherwise the file would have another identity each time it is written.
            whole.setDocumentId(identity);
            try (OutputStream out = Files.newOutputStream(part)) {
                whole.save(out);
            }
        } catch (IOException full) {
            Files.deleteIfExists(part);
            throw full;
        }
        Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        return sheets;
    }

    private Sheet add(PDDocument whole, PDFMergerUtility merger, Item item, String file, int firstPage, Path folder)
            throws IOException {
        Letter letter = store.letter(item.letterId());
        LetterRecipient recipient = store.recipient(item.recipientId());
        int pages = append(whole, merger, documents.content(item.documentId()));
        List<String> beside = new ArrayList<>();
        int number = 0;
        for (Enclosure enclosure : store.enclosures(letter.id())) {
            Document paper = documents.get(enclosure.documentId());
            number++;
            if (paper.mediaType().equals("application/pdf")) {
                pages += append(whole, merger, documents.content(paper.id()));
            } else {
                String fileName = "%s_enclosure-%d%s"
                        .formatted(item.key(), number, paper.fileName().replaceAll(".*(?=\\.[A-Za-z0-9]+$)", ""));
                put(folder, fileName, documents.content(paper.id()));
                beside.add(fileName);
            }
        }
        return new Sheet(
                item.key(),
                file,
                store.reference(letter.caseId()),
                letter.kind().id(),
                recipient.name(),
                recipient.address() == null ? List.of() : recipient.address().lines(),
                firstPage,
                pages,
                recipient.sha256(),
                beside);
    }

    private static int append(PDDocument whole, PDFMergerUtility merger, byte[] pdf) throws IOException {
        try (PDDocument part = Loader.loadPDF(pdf)) {
            // Paper has no tags to be read aloud, and to join those of thousands of letters would take hours.
            part.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            part.getPages().forEach(page -> page.getCOSObject().removeItem(COSName.STRUCT_PARENTS));
            Attaching.detach(part);
            merger.appendDocument(whole, part);
            return part.getNumberOfPages();
        }
    }

    private static void put(Path folder, String name, byte[] bytes) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        Files.write(part, bytes);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] written(Manifest manifest) throws JsonProcessingException {
        return json.writeValueAsBytes(manifest);
    }

    /** One line for each letter; every cell in quotation marks, and none that a spreadsheet would take for a formula. */
    private static String csv(Manifest manifest) {
        StringBuilder lines = new StringBuilder("file,first page,pages,recipient,address,letter,case,key,sha256\r\n");
        for (Sheet sheet : manifest.letters()) {
            lines.append(List.of(
                                    sheet.file(),
                                    Integer.toString(sheet.firstPage()),
                                    Integer.toString(sheet.pages()),
                                    sheet.recipient(),
                                    String.join(", ", sheet.address()),
                                    sheet.letter(),
                                    sheet.reference(),
                                    sheet.key(),
                                    sheet.sha256())
                            .stream()
                            .map(DaysPost::cell)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return lines.toString();
    }

    private static String cell(String value) {
        String harmless = value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** A day's post, for the page; {@code file}, its manifest, is null until everything is written. */
    public record Day(LocalDate day, int letters, Integer pages, String file, OffsetDateTime closedAt) {}

    /** The newest days first. */
    public List<Day> days() {
        return jdbc.query(
                "select r.run_day, (select count(*) from print_item i where i.run_day = r.run_day), r.pages, r.file, r.closed_at"
                        + " from print_run r order by r.run_day desc fetch first 30 rows only",
                (row, i) -> new Day(
                        row.getObject(1, LocalDate.class),
                        row.getInt(2),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)));
    }
}
