package org.ehcpathway.desk;

import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.PlanActs.Done;
import org.ehcpathway.desk.PlanSaves.Kept;
import org.ehcpathway.desk.PlanSaves.Outcome;
import org.ehcpathway.desk.PlanView.Other;
import org.ehcpathway.desk.PlanView.Trouble;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.plan.PlansOpen;
import org.ehcpathway.plan.StaleSave;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the script of the Plan page calls: it saves while people type, and does what the buttons say without leaving the page. */
@RestController
class PlanKeeping {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final Pattern PLACE = Pattern.compile("item\\.[0-9]{1,18}|section\\.[A-J][12]?|quotes");

    private final CaseAccess access;
    private final PlanSaves saves;
    private final PlanActs acts;
    private final PlanPages pages;
    private final PlansOpen open;
    private final Colleagues colleagues;
    private final Clock clock;

    PlanKeeping(
            CaseAccess access,
            PlanSaves saves,
            PlanActs acts,
            PlanPages pages,
            PlansOpen open,
            Colleagues colleagues,
            Clock clock) {
        this.access = access;
        this.saves = saves;
        this.acts = acts;
        this.pages = pages;
        this.open = open;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** @param at the time on the clock, such as 14:03 */
    record Saved(List<Kept> kept, List<Trouble> troubles, String at) {}

    /** Keeps the units sent; 409 with both texts when somebody else changed one meanwhile, 400 with a sentence for anything else. */
    @PostMapping("/cases/{reference}/plan/units")
    ResponseEntity<Saved> units(@PathVariable String reference, @RequestParam MultiValueMap<String, String> sent) {
        Outcome outcome = saves.save(writer(reference), new PlanForm(sent), null);
        HttpStatus status =
                outcome.allKept() ? HttpStatus.OK : outcome.stale() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
        return ResponseEntity.status(status)
                .body(new Saved(outcome.kept(), outcome.troubles(), TIME.format(LocalTime.now(clock))));
    }

    /** Does what a button says; everything typed has to be kept before. */
    @PostMapping("/cases/{reference}/plan/acts")
    Done acts(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String act) {
        return acts.act(writer(reference), new PlanForm(sent), act, Outcome.NOTHING);
    }

    /**
     * Says that this person has the plan open, and hears who else has.
     *
     * @param place the unit of the page they are in; empty for none
     */
    @PostMapping("/cases/{reference}/plan/open")
    List<Other> open(@PathVariable String reference, @RequestParam(defaultValue = "") String place) {
        Seen seen = writer(reference);
        if (!place.isEmpty() && !PLACE.matcher(place).matches()) {
            throw PlanForm.notWhole();
        }
        open.seen(seen.c().id(), colleagues.asking(), place.isEmpty() ? null : place);
        return pages.others(seen);
    }

    /** This person's page was closed. */
    @PostMapping("/cases/{reference}/plan/left")
    void left(@PathVariable String reference) {
        open.left(writer(reference).c().id(), colleagues.asking());
    }

    /** The token that forms of this session need: after signing in again in another tab, the page has an old one. And whose it is. */
    @GetMapping("/cases/{reference}/plan/token")
    Map<String, String> token(@PathVariable String reference, CsrfToken token) {
        writer(reference);
        return Map.of("token", token.getToken(), "person", colleagues.asking());
    }

    private Seen writer(String reference) {
        Seen seen = access.seen(reference);
        if (seen.sight() != Sight.WHOLE) {
            throw NoSuchThing.ofCase();
        }
        PlanSaves.requireWriter(seen);
        return seen;
    }

    @ExceptionHandler(StaleSave.class)
    ResponseEntity<Map<String, String>> stale(StaleSave stale) {
        return sentence(HttpStatus.CONFLICT, stale.getMessage());
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        return sentence(HttpStatus.BAD_REQUEST, refusal.getMessage());
    }

    @ExceptionHandler(NotAllowed.class)
    ResponseEntity<Map<String, String>> notAllowed(NotAllowed notAllowed) {
        return sentence(HttpStatus.FORBIDDEN, notAllowed.getMessage());
    }

    @ExceptionHandler({NoSuchThing.class, TypeMismatchException.class})
    ResponseEntity<Map<String, String>> notThere() {
        return sentence(HttpStatus.NOT_FOUND, "There is no such case, or you may not see it.");
    }

    private static ResponseEntity<Map<String, String>> sentence(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("sentence", sentence));
    }
}
