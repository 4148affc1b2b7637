package org.ehcpathway.desk;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says besides its addresses. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("EHC pathway")
                        .version("1")
                        .description(
                                "The statutory time limits of education, health and care needs assessments and plans in"
                                        + " England as a service, and the cases of this council, as far as your log-in shows them."
                                        + " Dates are ISO 8601 days of England. Errors are problem details (RFC 9457).")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("The session of the browser works as well.")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}
