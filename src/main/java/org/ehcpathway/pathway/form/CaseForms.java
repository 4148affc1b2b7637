package org.ehcpathway.pathway.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.ehcpathway.letter.PdfRenderer;
import org.ehcpathway.pathway.Vars;
import org.ehcpathway.statute.NotAllowed;
import org.ehcpathway.statute.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a form from the engine's door to the file. The record in the file and the step of the process are one transaction:
 * both happen or neither.
 */
@Component
public class CaseForms {

    private static final ThreadLocal<String> REFUSED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> SENDING = ThreadLocal.withInitial(() -> false);

    private final Map<String, CaseForm> forms;
    private final TransactionTemplate transaction;
    private final PdfRenderer pdf;

    public CaseForms(List<CaseForm> forms, PlatformTransactionManager transactions, PdfRenderer pdf) {
        this.pdf = pdf;
        this.forms = forms.stream().collect(Collectors.toMap(CaseForm::id, Function.identity()));
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records the form and then lets the engine take its step with the variables that came back.
     *
     * @param formId null or unknown when an analyst's own task has no form of ours
     * @param step the engine's step
     */
    public <T> T send(
            String formId,
            String taskId,
            Authentication person,
            Map<String, Object> taskVariables,
            Map<String, Object> submitted,
            Function<Map<String, Object>, T> step) {
        try {
            return transaction.execute(status -> {
                SENDING.set(true);
                if (person == null || person.getUserId() == null) {
                    throw new NotAllowed("Please sign in first: every record names the person who made it.");
                }
                FormEntry entry = new FormEntry(
                        person.getUserId(), groups(person), taskId, taskVariables, plain(submitted), pdf::unprintable);
                CaseForm form = forms.get(formId);
                Map<String, Object> variables = form == null ? codesOnly(entry, submitted) : record(form, entry);
                return step.apply(variables);
            });
        } catch (Refusal refusal) {
            REFUSED.set(refusal.getMessage());
            throw new FormFieldValidationException(refusal.getMessage(), refusal.getMessage(), refusal);
        } catch (NotAllowed notAllowed) {
            REFUSED.set(notAllowed.getMessage());
            throw new AuthorizationException(notAllowed.getMessage());
        } finally {
            SENDING.remove();
        }
    }

    /** Whether this thread is inside a form that was sent; a task must not be completed past its form. */
    public static boolean isSending() {
        return SENDING.get();
    }

    /** Takes a case that was begun with its form on in a new process: it is in the file already and is not recorded anew. */
    public static void goOn(Runnable step) {
        boolean sending = SENDING.get();
        SENDING.set(true);
        try {
            step.run();
        } finally {
            SENDING.set(sending);
        }
    }

    /** The sentence of the last refusal on this thread, once. */
    public static String takeRefusal() {
        String sentence = REFUSED.get();
        REFUSED.remove();
        return sentence;
    }

    private static Map<String, Object> record(CaseForm form, FormEntry entry) {
        Map<String, Object> variables = form.record(entry);
        entry.refuseTheRest();
        return variables;
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    private static Map<String, Object> plain(Map<String, Object> submitted) {
        Map<String, Object> values = new HashMap<>();
        if (submitted != null) {
            for (String key : submitted.keySet()) {
                values.put(
                        key,
                        plain(submitted instanceof VariableMap typed ? typed.getValueTyped(key) : submitted.get(key)));
            }
        }
        return values;
    }

    /** No field of ours takes an object or a document that somebody serialised: it is not read, only refused as no text. */
    private static Object plain(Object value) {
        if (value instanceof SerializableValue) {
            return value;
        }
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }

    /** An analyst's own form may steer the process with codes, dates and ticks; words about a child belong in the file. */
    private static Map<String, Object> codesOnly(FormEntry entry, Map<String, Object> submitted) {
        Map<String, Object> values = plain(submitted);
        values.forEach((key, value) -> {
            boolean code = value == null
                    || value instanceof Boolean
                    || value instanceof Number
                    || value instanceof String text && text.matches("[A-Za-z0-9_.:-]{0,64}");
            if (Vars.isReserved(key)) {
                throw new BadUserRequestException(
                        "The field " + key + " is the pathway's own and cannot be set by a form.");
            }
            if (!code) {
                throw new BadUserRequestException(
                        "The field " + key + " of task " + entry.taskId()
                                + " holds free text, which is not kept in a process. Give the task one of the application's forms.");
            }
        });
        return values;
    }
}
