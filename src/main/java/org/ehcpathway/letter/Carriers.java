package org.ehcpathway.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ehcpathway.casefile.Channel;
import org.springframework.stereotype.Component;

/** The ways that this council has chosen. Start-up fails when a chosen way is not there or not set up. */
@Component
class Carriers {

    private final Map<String, Carrier> known;
    private final Carrier post;
    private final Carrier longPost;
    private final Carrier email;

    Carriers(List<Carrier> carriers, SendingSettings settings) {
        known = carriers.stream().collect(Collectors.toMap(Carrier::id, Function.identity()));
        post = chosen("ehc.letters.post", settings.post(), Channel.POST);
        longPost = chosen("ehc.letters.long-post", settings.longPost(), Channel.POST);
        email = chosen("ehc.letters.email", settings.email(), Channel.EMAIL);
    }

    Carrier of(Channel channel) {
        return channel == Channel.EMAIL ? email : post;
    }

    /** The way for this consignment: a letter by post that the council's way cannot take goes the other one. */
    Carrier of(Consignment letter) {
        Carrier usual = of(letter.channel());
        return letter.channel() == Channel.POST && usual.cannotTake(letter).isPresent() ? longPost : usual;
    }

    /** Another way by post than the one on which the letter was lost, where the council has two. */
    Carrier instead(Consignment letter, String lostOn) {
        Carrier usual = of(letter);
        return usual.id().equals(lostOn) ? longPost : usual;
    }

    /** The way that was tried before, also when the council has chosen another one since. */
    Carrier ofId(String id, Channel channel) {
        return known.getOrDefault(id, of(channel));
    }

    private Carrier chosen(String setting, String id, Channel channel) {
        Carrier carrier = known.get(id);
        if (carrier == null || !carrier.carries(channel)) {
            String possible = known.values().stream()
                    .filter(other -> other.carries(channel))
                    .map(Carrier::id)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new IllegalStateException(
                    "The setting %s is “%s”; it must be one of: %s.".formatted(setting, id, possible));
        }
        Optional<String> lacks = carrier.lacks(channel);
        if (lacks.isPresent()) {
            throw new IllegalStateException("The setting %s is “%s”, but %s".formatted(setting, id, lacks.get()));
        }
        return carrier;
    }
}
