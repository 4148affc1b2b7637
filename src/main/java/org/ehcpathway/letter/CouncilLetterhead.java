package org.ehcpathway.letter;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.ehcpathway.casefile.CouncilSettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The council's details as letters print them, read once at start. */
@Component
class CouncilLetterhead {

    private final LetterValues.Council council;

    CouncilLetterhead(CouncilSettings settings, ResourceLoader resources) {
        council = new LetterValues.Council(
                settings.name(),
                settings.serviceName(),
                settings.address().lines(),
                settings.phone(),
                settings.email(),
                settings.website(),
                picture(settings.logo(), resources),
                service(settings.mediationAdviser()),
                new LetterValues.Service(
                        settings.actingOnMediation().name() + ", "
                                + settings.actingOnMediation().title(),
                        List.of(),
                        settings.actingOnMediation().phone(),
                        settings.actingOnMediation().email(),
                        null),
                service(settings.disagreementResolution()),
                service(settings.informationService()),
                new LetterValues.Service(
                        settings.tribunal().name(),
                        settings.tribunal().address().lines(),
                        settings.tribunal().phone(),
                        settings.tribunal().email(),
                        settings.tribunal().website()),
                settings.schoolsInformation(),
                settings.localOffer());
    }

    LetterValues.Council council() {
        return council;
    }

    private static LetterValues.Service service(CouncilSettings.Service service) {
        return new LetterValues.Service(service.name(), List.of(), service.phone(), service.email(), service.website());
    }

    private static String picture(String location, ResourceLoader resources) {
        if (location == null || location.isBlank()) {
            return null;
        }
        String name = location.toLowerCase(Locale.ROOT);
        String type = name.endsWith(".png") ? "image/png" : name.matches(".*\\.jpe?g") ? "image/jpeg" : null;
        Resource resource = resources.getResource(location);
        if (type == null || !resource.exists()) {
            throw new IllegalStateException(
                    "The setting ehc.council.logo must name an existing PNG or JPEG picture, for example file:/etc/ehc/logo.png.");
        }
        try {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("The picture of the setting ehc.council.logo cannot be read.", e);
        }
    }
}
