package org.ehcpathway.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Requests as stories need them: Rowan Ashdown's is complete and right, everything else is a change of it. */
public final class Requests {

    static final LocalDate MONDAY_14_SEPTEMBER = LocalDate.of(2026, 9, 14);

    String firstNames = "Rowan Lee";
    String lastName = "Ashdown";
    String knownAs;
    LocalDate birthDate = LocalDate.of(2017, 5, 3);
    String upn = "B801200005001";
    String nhsNumber = "999 000 0018";
    Address address = new Address("7 Mill Lane", null, "Exampleton", null, "zx11ab");
    String firstLanguage = "English";
    List<NewContact> contacts = List.of(mother());
    String settingUrn;
    String team = "team-north";
    LocalDate receivedOn = MONDAY_14_SEPTEMBER;
    RequestSource source = RequestSource.PARENT;
    String requestedBy = "Maya Ashdown";
    String summary = "Rowan cannot follow the lessons and has stopped speaking at school.";

    public static NewRequest rowans() {
        return rowans(request -> {});
    }

    static NewRequest rowans(Consumer<Requests> change) {
        Requests r = new Requests();
        change.accept(r);
        return new NewRequest(
                r.firstNames,
                r.lastName,
                r.knownAs,
                r.birthDate,
                r.upn,
                r.nhsNumber,
                r.address,
                r.firstLanguage,
                null,
                null,
                r.contacts,
                r.settingUrn,
                r.team,
                r.receivedOn,
                r.source,
                r.requestedBy,
                r.summary);
    }

    static NewContact mother() {
        return new NewContact("Maya Ashdown", "Mother", true, Channel.POST, false, null, "01632 960001", null);
    }

    static NewContact byEmail(boolean consent, String email) {
        return new NewContact("Maya Ashdown", "Mother", true, Channel.EMAIL, consent, email, null, null);
    }
}
