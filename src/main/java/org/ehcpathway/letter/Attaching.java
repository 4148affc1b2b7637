package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts files into a PDF the way PDF/A-3 asks for: named, described, dated, and tied to the document they supplement. */
final class Attaching {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName SUPPLEMENT = COSName.getPDFName("Supplement");
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");

    private Attaching() {}

    static void attach(PDDocument pdf, List<AttachedFile> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (AttachedFile file : files) {
            PDComplexFileSpecification specification = specification(pdf, file);
            // Readers show the files in the order of these names, which nobody sees.
            named.put("%04d".formatted(named.size() + 1), specification);
            associated.add(specification.getCOSObject());
        }
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = catalog.getNames() == null
                ? new PDDocumentNameDictionary(catalog)
                : new PDDocumentNameDictionary(catalog, catalog.getNames().getCOSObject());
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        catalog.getCOSObject().setItem(ASSOCIATED_FILES, associated);
        // Many readers never look for attachments unless the list stands open.
        catalog.setPageMode(PageMode.USE_ATTACHMENTS);
        catalog.setVersion("1.7");
    }

    private static PDComplexFileSpecification specification(PDDocument pdf, AttachedFile file) throws IOException {
        byte[] content = file.content().get();
        // What people hand in is packed already, all but plain text.
        COSName packing = file.mediaType().startsWith("text/") ? COSName.FLATE_DECODE : null;
        PDEmbeddedFile embedded = packing == null
                ? new PDEmbeddedFile(pdf, new ByteArrayInputStream(content))
                : new PDEmbeddedFile(pdf, new ByteArrayInputStream(content), packing);
        embedded.setSubtype(file.mediaType());
        embedded.setSize(content.length);
        embedded.setModDate(GregorianCalendar.from(file.modified().atZone(LONDON)));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(file.name());
        specification.setFileUnicode(file.name());
        specification.setFileDescription(file.description());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setItem(RELATIONSHIP, SUPPLEMENT);
        return specification;
    }

    /** Takes the files out again: paper has no attachments, and a print room has no use for them. */
    static void detach(PDDocument pdf) {
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.getCOSObject().removeItem(ASSOCIATED_FILES);
        if (catalog.getNames() != null) {
            catalog.getNames().getCOSObject().removeItem(COSName.EMBEDDED_FILES);
        }
    }
}
