package org.ehcpathway.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The demo council, whose passwords are public, stays on this machine and its own database. */
class DemoStaysLocalTest {

    private final MockEnvironment settings = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.2"})
    void onThisMachineItStarts(String address) {
        settings.setActiveProfiles("demo");
        settings.setProperty("server.address", address);

        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", ""})
    void forOtherMachinesItDoesNot(String address) {
        settings.setActiveProfiles("demo");
        settings.setProperty("server.address", address);

        assertThatThrownBy(this::look)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("leave server.address at 127.0.0.1 (it is '" + address + "')");
    }

    @Test
    void onACouncilsDatabaseItDoesNot() {
        settings.setActiveProfiles("demo");
        settings.setProperty("server.address", "127.0.0.1");
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://localhost/ehc");

        assertThatThrownBy(this::look)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The demo council runs on its embedded H2 database only");
    }

    @Test
    void besideTheProfilePostgresqlItDoesNot() {
        settings.setActiveProfiles("demo", "postgresql");
        settings.setProperty("server.address", "127.0.0.1");

        assertThatThrownBy(this::look)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("The profiles demo and postgresql cannot run together");
    }

    @Test
    void aCouncilListensWhereItWants() {
        settings.setActiveProfiles("postgresql");
        settings.setProperty("server.address", "0.0.0.0");
        settings.setProperty("spring.datasource.url", "jdbc:postgresql://localhost/ehc");

        assertThatCode(this::look).doesNotThrowAnyException();
    }

    private void look() {
        new DemoStaysLocal(settings).postProcessBeanFactory(null);
    }
}
