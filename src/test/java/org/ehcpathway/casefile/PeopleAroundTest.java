package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ehcpathway.statute.Refusal;
import org.ehcpathway.testing.OnH2;
import org.ehcpathway.testing.OnPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who stands in for whom, whose address is withheld, and to whom a letter could do harm. */
class PeopleAroundTest {

    @Nested
    @OnH2
    class InH2 extends Story {}

    @Nested
    @OnPostgres
    class InPostgres extends Story {}

    @CasefileRoom.Test
    abstract static class Story {

        private static final String DEPUTY = "Deputy appointed by the Court of Protection on 3 May 2026";
        private static final String DANGER = "He threatened her when the last letter told him about the school.";

        @Autowired
        CaseFiles files;

        @Autowired
        PeopleAround people;

        private String reference;
        private Contact mother;
        private Contact other;

        @BeforeEach
        void aCaseWithTwoContacts() {
            reference = files.open(
                            Requests.rowans(request -> request.contacts = List.of(
                                    Requests.mother(),
                                    new NewContact(
                                            "Ruth Marlow", "Solicitor", false, Channel.POST, false, null, null, null))),
                            "caseworker")
                    .reference();
            mother = files.whole(reference).contacts().get(0);
            other = files.whole(reference).contacts().get(1);
        }

        @Test
        void aDeputyStandsInForAParent_untilSomebodyTakesItBack() {
            people.representsParent(reference, other.id(), mother.id(), DEPUTY, "caseworker");

            assertThat(read(other))
                    .returns(StandsFor.PARENT, Contact::standsFor)
                    .returns(mother.id(), Contact::standsForContactId)
                    .returns(DEPUTY, Contact::authority);
            people.standsForNobody(reference, other.id(), "caseworker");
            assertThat(read(other)).returns(null, Contact::standsFor).returns(null, Contact::authority);
        }

        @Test
        void aDeputyStandsInForTheYoungPerson_whoseLackOfCapacityIsRecordedWithItsReason() {
            people.representsYoungPerson(reference, other.id(), DEPUTY, "caseworker");
            people.noteCapacity(reference, "Assessed by Dr Vale on 1 September 2026 for these decisions.", "manager");

            assertThat(read(other).standsFor()).isEqualTo(StandsFor.YOUNG_PERSON);
            assertThat(files.whole(reference).person().lacksCapacity()).isTrue();
            people.noteCapacity(reference, null, "manager");
            assertThat(files.whole(reference).person().lacksCapacity()).isFalse();
        }

        @Test
        void theFlagOfDangerIsSetByOne_andTakenAwayByAnother() {
            people.flagUnsafe(reference, mother.id(), DANGER, "caseworker");

            assertThat(read(mother))
                    .returns(true, Contact::unsafeToWriteTo)
                    .returns("caseworker", Contact::unsafeFlaggedBy);
            assertThatThrownBy(() -> people.safeAgain(reference, mother.id(), "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Ask a colleague");
            people.safeAgain(reference, mother.id(), "manager");
            assertThat(read(mother).unsafeToWriteTo()).isFalse();
        }

        @Test
        void theHistorySaysThatAndNeverWhy() {
            people.flagUnsafe(reference, mother.id(), DANGER, "caseworker");
            people.withholdAddress(reference, mother.id(), true, "caseworker");

            assertThat(read(mother).addressWithheld()).isTrue();
            assertThat(files.whole(reference).events())
                    .extracting(CaseEvent::what)
                    .contains("Flagged as unsafe to write to: Maya Ashdown", "Address withheld: Maya Ashdown");
            assertThat(files.whole(reference).events().toString()).doesNotContain("threatened", "7 Mill Lane");
        }

        @Test
        void theYoungPersonThemselfCanBeFlagged_keptSecretAndReachedByEmail() {
            people.flagPersonUnsafe(reference, DANGER, "caseworker");
            people.withholdPersonsAddress(reference, true, "caseworker");
            people.reachPerson(reference, Channel.EMAIL, true, "rowan@example.org", "caseworker");
            people.noteCapacity(reference, "Assessed by Dr Vale on 1 September 2026 for these decisions.", "manager");

            assertThat(files.whole(reference).person())
                    .returns(DANGER, Person::unsafeReason)
                    .returns("caseworker", Person::unsafeFlaggedBy)
                    .returns(true, Person::addressWithheld)
                    .returns(Channel.EMAIL, Person::preferredChannel)
                    .returns("rowan@example.org", Person::email)
                    .returns(true, Person::lacksCapacity);
            assertThatThrownBy(() -> people.personSafeAgain(reference, "caseworker"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Ask a colleague");
            people.personSafeAgain(reference, "manager");
            people.withholdPersonsAddress(reference, false, "manager");
            assertThat(files.whole(reference).person())
                    .returns(false, Person::unsafeToWriteTo)
                    .returns(null, Person::unsafeFlaggedAt)
                    .returns(false, Person::addressWithheld)
                    .returns(true, Person::lacksCapacity);
            assertThat(files.whole(reference).events().toString()).doesNotContain("threatened", "rowan@example.org");
        }

        @Test
        void whatCannotBeIsRefused() {
            assertThatThrownBy(() -> people.representsParent(reference, mother.id(), mother.id(), DEPUTY, "caseworker"))
                    .hasMessage("Choose two people; nobody can represent themself.");
            assertThatThrownBy(() -> people.representsParent(reference, mother.id(), other.id(), DEPUTY, "caseworker"))
                    .hasMessageContaining("Ruth Marlow has no parental responsibility");
            assertThatThrownBy(() -> people.representsYoungPerson(reference, other.id(), " ", "caseworker"))
                    .hasMessageContaining("on what the authority rests");
            assertThatThrownBy(() -> people.flagUnsafe(reference, other.id() + 1000, DANGER, "caseworker"))
                    .hasMessage("Choose one of the people recorded in this case.");
            assertThatThrownBy(() -> people.flagUnsafe(reference, other.id(), "no", "caseworker"))
                    .isInstanceOf(Refusal.class);
            assertThat(read(other).standsFor()).isNull();
        }

        private Contact read(Contact contact) {
            return files.whole(reference).contacts().stream()
                    .filter(one -> one.id().equals(contact.id()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
