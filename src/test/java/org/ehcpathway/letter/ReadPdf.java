package org.ehcpathway.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A PDF as readers, screen readers and validators see it. */
public final class ReadPdf {

    private static final double MM = 72 / 25.4;

    /** A piece of text with its edges in mm from the left and the top of the page. */
    record Placed(String text, double left, double right, double top, double bottom) {}

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ReadPdf() {}

    /** What a screen reader speaks, blanks made one. */
    public static String spoken(byte[] pdf) throws IOException {
        return PrintedPdf.of(pdf)
                .spoken()
                .text()
                .replaceAll("[\\s\u00A0]+", " ")
                .strip();
    }

    /** What a reader copies from the page, in lines. */
    static String printed(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static List<String> tags(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> names = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), names);
            return names;
        }
    }

    private static void collect(PDStructureNode node, List<String> names) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                names.add(element.getStructureType());
                collect(element, names);
            }
        }
    }

    /** The languages that parts of the file name as theirs. */
    static Set<String> languages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Set<String> languages = new TreeSet<>();
            collectLanguages(document.getDocumentCatalog().getStructureTreeRoot(), languages);
            return languages;
        }
    }

    private static void collectLanguages(PDStructureNode node, Set<String> languages) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getLanguage() != null) {
                    languages.add(element.getLanguage());
                }
                collectLanguages(element, languages);
            }
        }
    }

    /** The broken rules of a standard; empty when the file keeps it. */
    public static Set<String> broken(byte[] pdf, PDFAFlavour flavour) throws Exception {
        Set<String> rules = new TreeSet<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            validator
                    .validate(parser)
                    .getTestAssertions()
                    .forEach(assertion -> rules.add(assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage()));
        }
        return rules;
    }

    /** Every line piece of one page, the first being 1. */
    static List<Placed> placed(byte[] pdf, int page) throws IOException {
        List<Placed> pieces = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                TextPosition first = positions.get(0);
                TextPosition last = positions.get(positions.size() - 1);
                pieces.add(new Placed(
                        text,
                        first.getXDirAdj() / MM,
                        (last.getXDirAdj() + last.getWidthDirAdj()) / MM,
                        (first.getYDirAdj() - first.getHeightDir()) / MM,
                        first.getYDirAdj() / MM));
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return pieces;
    }
}
