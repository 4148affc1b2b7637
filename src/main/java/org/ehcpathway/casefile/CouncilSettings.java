package org.ehcpathway.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcpathway.statute.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The council this installation works for: what its letters must name, whom it asks for advice, its teams. Start-up fails
 * when a value is missing, because a notice without its contact details would not be lawful.
 *
 * @param serviceName the service that holds the cases, as families know it
 * @param logo location of the letterhead's image as a Spring resource, such as classpath:letters/logo.svg; may be null
 * @param mediationAdviser whom a family must contact before an appeal (regulation 32(c))
 * @param actingOnMediation the person who acts for the council on mediation (regulation 32(f))
 * @param disagreementResolution the disagreement resolution service (Children and Families Act 2014 s.57)
 * @param informationService advice and information on SEN matters for families (s.32)
 * @param schoolsInformation web address where information on schools and colleges is found (s.38(5))
 * @param localOffer web address of the local offer (s.30)
 * @param tribunal the First-tier Tribunal that hears appeals
 * @param specialistTeaching teachers of children with SEN, asked where no setting is attended (regulation 6(1)(b)(ii))
 * @param serviceChildrenBody asked in addition when a parent serves in the armed forces (regulation 6(1)(b)(iv))
 * @param responsibleCommissioningBody the health body asked for advice, through its designated officer
 */
@Validated
@ConfigurationProperties("ehc.council")
public record CouncilSettings(
        @NotBlank String name,
        @NotBlank String serviceName,
        @NotNull @Valid Address address,
        @NotBlank String phone,
        @NotBlank @Email String email,
        @NotBlank String website,
        String logo,
        @NotNull @Valid Service mediationAdviser,
        @NotNull @Valid Officer actingOnMediation,
        @NotNull @Valid Service disagreementResolution,
        @NotNull @Valid Service informationService,
        @NotBlank String schoolsInformation,
        @NotBlank String localOffer,
        @NotNull @Valid Tribunal tribunal,
        @NotNull @Valid Adviser psychologyService,
        @NotNull @Valid Adviser responsibleCommissioningBody,
        @NotNull @Valid Adviser socialCare,
        @NotNull @Valid Adviser specialistTeaching,
        @NotNull @Valid Adviser serviceChildrenBody,
        @NotEmpty List<@Valid Team> teams) {

    /**
     * A wrong postcode would be found only when the first letter is addressed; it keeps the application from starting instead.
     */
    public CouncilSettings {
        Stream.of(psychologyService, responsibleCommissioningBody, socialCare, specialistTeaching, serviceChildrenBody)
                .filter(adviser -> adviser != null && adviser.address() != null)
                .forEach(adviser -> checked(adviser.address(), adviser.name()));
        checked(address, name);
        checked(tribunal == null ? null : tribunal.address(), "the Tribunal");
    }

    private static void checked(Address address, String whose) {
        if (address != null && address.postcode() != null) {
            try {
                Postcode.checked(address.postcode());
            } catch (Refusal refusal) {
                throw new IllegalArgumentException(
                        "The council's settings give no right postcode for " + whose + ": " + address.postcode(),
                        refusal);
            }
        }
    }

    /** A service that families can turn to. */
    public record Service(
            @NotBlank String name,
            @NotBlank String phone,
            @NotBlank @Email String email,
            @NotBlank String website) {}

    /** A named person of the council. */
    public record Officer(
            @NotBlank String name,
            @NotBlank String title,
            @NotBlank String phone,
            @NotBlank @Email String email) {}

    /** Where an appeal goes. */
    public record Tribunal(
            @NotBlank String name,
            @NotNull @Valid Address address,
            @NotBlank String phone,
            @NotBlank @Email String email,
            @NotBlank String website) {}

    /**
     * A body that is asked for advice in every assessment.
     *
     * @param officer the person a request is addressed to
     * @param officerTitle that person's office
     * @param group the group whose members enter the advice
     */
    public record Adviser(
            @NotBlank String name,
            @NotBlank String officer,
            @NotBlank String officerTitle,
            @NotNull @Valid Address address,
            @NotBlank @Email String email,
            @NotBlank String group) {}

    /**
     * A team of caseworkers.
     *
     * @param id the group of its caseworkers, such as team-north
     * @param managerGroup the group of its managers, such as managers-north
     */
    public record Team(
            @NotBlank String id,
            @NotBlank String name,
            @NotBlank String managerGroup) {}

    /** The team with this id. */
    public Optional<Team> team(String id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }
}
