package org.ehcpathway.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ehcpathway.casefile.Channel;
import org.springframework.stereotype.Component;

/** The outbox folder: the council's own machinery takes letters of every channel from there. */
@Component
class OutboxCarrier implements Carrier {

    private final Outbox outbox;

    OutboxCarrier(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String id() {
        return "outbox";
    }

    @Override
    public boolean carries(Channel channel) {
        return true;
    }

    @Override
    public Optional<String> lacks(Channel channel) {
        return Optional.empty();
    }

    @Override
    public boolean keepsTrace() {
        return true;
    }

    @Override
    public Optional<HandedOver> handedOver(Sought sought) {
        return outbox.handedOverOn(sought.key(), sought.sha256())
                .map(day -> new HandedOver(day, sought.key() + ".pdf"));
    }

    @Override
    public HandedOver handOver(Consignment letter) {
        List<Outbox.EnclosedFile> listed = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        for (Consignment.Paper paper : letter.enclosures()) {
            String fileName = "%s_enclosure-%d%s".formatted(letter.key(), listed.size() + 1, ending(paper.fileName()));
            listed.add(new Outbox.EnclosedFile(fileName, paper.title(), paper.sha256()));
            contents.add(paper.content());
        }
        outbox.handOver(
                new Outbox.Note(
                        letter.key(),
                        letter.reference(),
                        letter.kind(),
                        letter.channel().name(),
                        letter.name(),
                        letter.addressLines(),
                        letter.email(),
                        letter.sentOn(),
                        letter.key() + ".pdf",
                        letter.sha256(),
                        listed),
                letter.pdf(),
                contents);
        return new HandedOver(letter.sentOn(), letter.key() + ".pdf");
    }

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).toLowerCase(java.util.Locale.ROOT);
    }
}
