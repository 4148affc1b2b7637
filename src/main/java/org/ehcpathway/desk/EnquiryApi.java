package org.ehcpathway.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enquiries as JSON; those about a case are with the case, too. */
@RestController
@RequestMapping(path = "/api", produces = "application/json")
@Tag(name = "Enquiries", description = "What people ask the service, about a case or none")
class EnquiryApi {

    private final EnquiryViews views;

    EnquiryApi(EnquiryViews views) {
        this.views = views;
    }

    @GetMapping("/enquiries")
    @Operation(summary = "The latest 200 enquiries of your teams, the newest first")
    List<EnquiryView> latest() {
        return views.latest();
    }
}
