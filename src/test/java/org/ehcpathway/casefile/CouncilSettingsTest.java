package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CouncilSettingsTest {

    private final ApplicationContextRunner demo = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues("spring.config.import=classpath:council-demo.yaml");

    @EnableConfigurationProperties(CouncilSettings.class)
    static class Settings {}

    @Test
    void theDemoCouncil_hasAllThatALetterMustName() {
        demo.run(context -> {
            CouncilSettings council = context.getBean(CouncilSettings.class);
            assertThat(council.name()).isEqualTo("Exampleshire Council");
            assertThat(council.teams())
                    .extracting(CouncilSettings.Team::id)
                    .containsExactly("team-north", "team-south");
            assertThat(council.team("team-south")).get().satisfies(team -> assertThat(team.managerGroup())
                    .isEqualTo("managers-south"));
            assertThat(council.team("team-east")).isEmpty();
            assertThat(Set.of(
                            council.psychologyService().group(),
                            council.responsibleCommissioningBody().group(),
                            council.socialCare().group()))
                    .containsExactlyInAnyOrder("advisers-psychology", "advisers-health", "advisers-social-care");
            for (Address address : new Address[] {
                council.address(),
                council.tribunal().address(),
                council.psychologyService().address(),
                council.responsibleCommissioningBody().address(),
                council.socialCare().address()
            }) {
                assertThat(Postcode.checked(address.postcode())).isEqualTo(address.postcode());
            }
        });
    }

    @Test
    void aCouncilWithoutItsMediationAdvisersTelephone_doesNotStart() {
        demo.withPropertyValues("ehc.council.mediation-adviser.phone=")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("mediationAdviser.phone"));
    }

    @Test
    void aPostcodeThatNoLetterCouldBearKeepsTheCouncilFromStarting() {
        demo.withPropertyValues("ehc.council.service-children-body.address.postcode=ZX9 9MD")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("Ministry of Defence, advisory body for service children: ZX9 9MD"));
    }
}
