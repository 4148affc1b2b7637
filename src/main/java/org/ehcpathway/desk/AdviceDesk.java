package org.ehcpathway.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.ehcpathway.casefile.Address;
import org.ehcpathway.casefile.Advice;
import org.ehcpathway.casefile.AdviceExceptions;
import org.ehcpathway.casefile.AdviceKind;
import org.ehcpathway.casefile.AdviceRegister;
import org.ehcpathway.casefile.CouncilSettings;
import org.ehcpathway.casefile.ExistingAdvice.Satisfied;
import org.ehcpathway.casefile.NewException;
import org.ehcpathway.desk.CaseAccess.Seen;
import org.ehcpathway.desk.CasePages.Offered;
import org.ehcpathway.pathway.AdviceRequests;
import org.ehcpathway.pathway.Colleagues;
import org.ehcpathway.statute.AffectedPerson;
import org.ehcpathway.statute.ExceptionGround;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What caseworkers do with advice beside the tasks: take existing advice that is enough, put another report in the place of a wrong
 * one, ask one more adviser, pass on what the family sent later, except from the six weeks of a body.
 */
@Controller
class AdviceDesk {

    private final CaseAccess access;
    private final CasePages pages;
    private final AdviceRegister register;
    private final AdviceRequests requests;
    private final AdviceExceptions exceptions;
    private final CouncilSettings council;
    private final Colleagues colleagues;

    AdviceDesk(
            CaseAccess access,
            CasePages pages,
            AdviceRegister register,
            AdviceRequests requests,
            AdviceExceptions exceptions,
            CouncilSettings council,
            Colleagues colleagues) {
        this.access = access;
        this.pages = pages;
        this.register = register;
        this.requests = requests;
        this.exceptions = exceptions;
        this.council = council;
        this.colleagues = colleagues;
    }

    /** What can be done with advice on the case page, each at an address of its own. */
    enum Act {
        REUSE("reuse"),
        REPLACE("replace"),
        ADD("add"),
        PASS_ON("pass-on"),
        /** Claims that the six weeks of a body do not apply (regulation 8(2)). */
        EXCEPTION("exception"),
        DECIDE("decision");

        private final String address;

        Act(String address) {
            this.address = address;
        }

        private static Act at(String address) {
            return Arrays.stream(values())
                    .filter(act -> act.address.equals(address))
                    .findFirst()
                    .orElseThrow(NoSuchThing::ofCase);
        }
    }

    /**
     * A form as it was typed, with why it was not taken.
     *
     * @param act null when nothing was sent
     */
    record Advising(Act act, Map<String, String> typed, String error) {

        static final Advising NOTHING = new Advising(null, Map.of(), null);

        /** What was typed into this field of the form of this act. */
        public String of(String form, String field) {
            return isOf(form) ? typed.getOrDefault(field, "") : "";
        }

        public boolean isOf(String form) {
            return act != null && act.name().equals(form);
        }
    }

    @PostMapping("/cases/{reference}/advice/{act}")
    String act(
            @PathVariable String reference,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return done(Act.at(act), reference, typed, model, response);
    }

    /** A refusal comes back on the same page with what was typed. */
    private String done(
            Act act, String reference, Map<String, String> typed, Model model, HttpServletResponse response) {
        String taskId = typed.getOrDefault("taskId", "");
        String task = taskId.isBlank() ? null : taskId;
        if (task != null && !pages.task(task).reference().equals(reference)) {
            throw NoSuchThing.ofTask();
        }
        Seen seen = access.seen(reference);
        if (act == Act.DECIDE && !seen.mayDecideOnExceptions(council)) {
            throw new NotAllowed("Exceptions are decided on by the managers of the case's team.");
        }
        if (seen.sight() != Sight.WHOLE || !seen.mayPrepareLetters()) {
            throw new NotAllowed("Advice is looked after by the caseworkers of the team and by managers.");
        }
        try {
            switch (act) {
                case REUSE -> reuse(reference, typed);
                case REPLACE -> replace(reference, typed);
                case ADD -> add(reference, typed);
                case EXCEPTION -> claim(reference, typed);
                case DECIDE ->
                    exceptions.decide(
                            adviceOf(reference, typed).id(),
                            approved(typed),
                            typed.get("reasons"),
                            colleagues.asking());
                case PASS_ON ->
                    requests.passOn(
                            reference,
                            required(number(typed, "documentId"), "Choose the paper to pass on."),
                            colleagues.asking());
            }
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("advising", new Advising(act, typed, refusal.getMessage()));
            return pages.fill(model, reference, task, Offered.NOTHING);
        }
        return (task == null ? "redirect:/cases/" + reference : "redirect:/cases/by-task/" + task) + "#advice";
    }

    private void reuse(String reference, Map<String, String> typed) {
        requests.reuse(
                reference,
                adviceOf(reference, typed).id(),
                number(typed, "documentId"),
                satisfied(typed, "giver"),
                satisfied(typed, "council"),
                satisfied(typed, "family"),
                colleagues.asking());
    }

    private void replace(String reference, Map<String, String> typed) {
        register.replace(
                adviceOf(reference, typed).id(),
                day(typed, "receivedOn"),
                number(typed, "documentId"),
                typed.get("words"),
                typed.get("reason"),
                colleagues.asking());
    }

    private void add(String reference, Map<String, String> typed) {
        requests.add(
                reference,
                code(AdviceKind.values(), typed.get("kind")),
                typed.get("name"),
                typed.get("title"),
                new Address(typed.get("line1"), null, typed.get("town"), null, typed.get("postcode")),
                typed.get("email"),
                typed.get("why"),
                colleagues.asking());
    }

    private void claim(String reference, Map<String, String> typed) {
        exceptions.claim(
                adviceOf(reference, typed).id(),
                new NewException(
                        code(ExceptionGround.values(), typed.get("ground")),
                        code(AffectedPerson.values(), typed.get("affected")),
                        typed.containsKey("lacksCapacity"),
                        day(typed, "firstDay"),
                        day(typed, "lastDay"),
                        null,
                        null,
                        null,
                        typed.containsKey("confirmed"),
                        typed.get("what"),
                        typed.get("because"),
                        typed.get("evidence"),
                        null),
                colleagues.asking());
    }

    private static boolean approved(Map<String, String> typed) {
        return switch (typed.getOrDefault("verdict", "")) {
            case "APPROVE" -> true;
            case "REFUSE" -> false;
            default -> throw new Refusal("Choose whether you approve the exception or refuse it.");
        };
    }

    private static <E extends Enum<E>> E code(E[] known, String code) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private Advice adviceOf(String reference, Map<String, String> typed) {
        Long id = required(number(typed, "adviceId"), "Choose the advice.");
        return register.of(reference).stream()
                .filter(advice -> advice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choose an advice of this case."));
    }

    private static Satisfied satisfied(Map<String, String> typed, String who) {
        return new Satisfied(typed.get(who + "Who"), day(typed, who + "On"), typed.get(who + "How"));
    }

    private static Long required(Long given, String otherwise) {
        if (given == null) {
            throw new Refusal(otherwise);
        }
        return given;
    }

    private static Long number(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw new Refusal("Choose from the list again; what was sent is not in it.");
        }
        return Long.valueOf(value);
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException noDate) {
            throw new Refusal("Check the dates; one of them is not a date.");
        }
    }
}
