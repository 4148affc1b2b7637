package org.ehcpathway.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ehcpathway.statute.Capacity.HAS_CAPACITY;
import static org.ehcpathway.statute.Capacity.REPRESENTED;
import static org.ehcpathway.statute.Capacity.UNREPRESENTED;
import static org.ehcpathway.statute.Matter.IN_NO_LIST;
import static org.ehcpathway.statute.Matter.PERSONAL_BUDGET;
import static org.ehcpathway.statute.Matter.RIGHTS_AND_NOTICES;
import static org.ehcpathway.statute.Matter.VIEWS_AND_CIRCUMSTANCES;

import java.time.LocalDate;
import org.ehcpathway.statute.DecisionHolder.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionHolderTest {

    private static final LocalDate BIRTH = LocalDate.of(2010, 9, 23);
    private static final LocalDate AS_CHILD = LocalDate.of(2027, 6, 24);
    private static final LocalDate AS_YOUNG_PERSON = LocalDate.of(2027, 6, 28);

    @Test
    void x32_aLetterOf24JuneGoesToTheParent_of28JuneToTheYoungPerson() {
        DecisionHolder before = DecisionHolder.on(BIRTH, AS_CHILD);
        DecisionHolder after = DecisionHolder.on(BIRTH, AS_YOUNG_PERSON);

        assertThat(before.role()).isEqualTo(Role.PARENT);
        assertThat(before.acting()).containsExactly(Speaker.PARENT);
        assertThat(before.heard()).containsExactly(Speaker.CHILD);
        assertThat(before.reason())
                .startsWith(
                        "The child is of compulsory school age or younger until the end of Friday 25 June 2027, so the"
                                + " parent decides");
        assertThat(after.role()).isEqualTo(Role.YOUNG_PERSON);
        assertThat(after.acting()).containsExactly(Speaker.YOUNG_PERSON);
        assertThat(after.heard()).isEmpty();
        assertThat(after.reason())
                .startsWith("Compulsory school age ended on Friday 25 June 2027, so the young person decides");
    }

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        // The 16th birthday passes nothing on; the last Friday in June itself is still the parent's.
        "2010-08-30, 2026-06-26, PARENT",
        "2010-08-30, 2026-06-27, YOUNG_PERSON",
        "2010-08-31, 2026-06-26, PARENT",
        "2010-08-31, 2026-06-27, YOUNG_PERSON",
        "2010-09-01, 2026-09-01, PARENT",
        "2010-09-01, 2027-06-25, PARENT",
        "2010-09-01, 2027-06-26, YOUNG_PERSON",
        // Sixteen only after that Friday, but before the next school year: gone with the others, at 15.
        "2010-07-20, 2026-06-26, PARENT",
        "2010-07-20, 2026-06-27, YOUNG_PERSON",
        // A plan may outlast the 25th birthday, and nobody's letters go back to the parents.
        "2002-05-10, 2027-05-09, YOUNG_PERSON",
        "2002-05-10, 2027-05-10, YOUNG_PERSON",
        "2012-02-29, 2028-06-30, PARENT",
        "2012-02-29, 2028-07-01, YOUNG_PERSON",
    })
    void theDayOnWhichTheRightsPass(LocalDate birth, LocalDate day, Role role) {
        assertThat(DecisionHolder.on(birth, day).role()).isEqualTo(role);
    }

    @Test
    void aParentWithoutCapacity_isStoodInForByTheirOwnRepresentativeOnly() {
        DecisionHolder holder = DecisionHolder.on(BIRTH, AS_CHILD, HAS_CAPACITY, REPRESENTED, RIGHTS_AND_NOTICES);

        assertThat(holder.role()).isEqualTo(Role.PARENTS_REPRESENTATIVE);
        assertThat(holder.acting()).containsExactly(Speaker.PARENTS_REPRESENTATIVE);
        assertThat(holder.heard()).containsExactly(Speaker.CHILD);
        assertThat(holder.reason()).contains("regulation 63");
        assertThatThrownBy(() -> DecisionHolder.on(BIRTH, AS_CHILD, HAS_CAPACITY, UNREPRESENTED, RIGHTS_AND_NOTICES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Nobody can act for the child:");
    }

    @Test
    void aChildsOwnCapacity_changesNothing() {
        assertThat(DecisionHolder.on(BIRTH, AS_CHILD, UNREPRESENTED, HAS_CAPACITY, PERSONAL_BUDGET)
                        .role())
                .isEqualTo(Role.PARENT);
    }

    @ParameterizedTest(name = "young person {0}, parent {1}: {2}")
    @CsvSource({
        "REPRESENTED, HAS_CAPACITY, YOUNG_PERSONS_REPRESENTATIVE",
        "REPRESENTED, UNREPRESENTED, YOUNG_PERSONS_REPRESENTATIVE",
        "UNREPRESENTED, HAS_CAPACITY, PARENT",
        "UNREPRESENTED, REPRESENTED, PARENTS_REPRESENTATIVE",
    })
    void aYoungPersonWithoutCapacity_hasAnAlternativePerson_inTheOrderOfRegulation64(
            Capacity youngPerson, Capacity parent, Speaker standIn) {
        DecisionHolder holder = DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, youngPerson, parent, RIGHTS_AND_NOTICES);

        assertThat(holder.role()).isEqualTo(Role.ALTERNATIVE_PERSON);
        assertThat(holder.acting()).containsExactly(standIn);
        assertThat(holder.heard()).containsExactly(Speaker.YOUNG_PERSON);
        assertThat(holder.reason()).contains(standIn.words(), "regulation 64(2)", "views are still sought");
    }

    @Test
    void whereTheLawNamesBoth_bothCount() {
        DecisionHolder views =
                DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, HAS_CAPACITY, VIEWS_AND_CIRCUMSTANCES);
        DecisionHolder transferIn = DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, HAS_CAPACITY, IN_NO_LIST);

        assertThat(views.acting()).containsExactly(Speaker.PARENT, Speaker.YOUNG_PERSON);
        assertThat(views.reason()).contains("Parts 1 and 3");
        assertThat(transferIn.acting()).containsExactly(Speaker.PARENT, Speaker.YOUNG_PERSON);
        assertThat(transferIn.reason()).contains("in no list of Schedule 3");
        assertThat(transferIn.heard()).isEmpty();
    }

    @Test
    void whereTheLawNamesBoth_aYoungPersonWithNobodyBesideThemStillCounts() {
        assertThat(DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, UNREPRESENTED, IN_NO_LIST)
                        .acting())
                .containsExactly(Speaker.YOUNG_PERSON);
    }

    @Test
    void directPayments_onlyARepresentativeStandsIn_noParent() {
        DecisionHolder holder = DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, REPRESENTED, HAS_CAPACITY, PERSONAL_BUDGET);

        assertThat(holder.acting()).containsExactly(Speaker.YOUNG_PERSONS_REPRESENTATIVE);
        assertThat(holder.heard()).containsExactly(Speaker.YOUNG_PERSON);
        assertThatThrownBy(
                        () -> DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, HAS_CAPACITY, PERSONAL_BUDGET))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not a parent (SI 2014/1652 regulation 16)");
    }

    @Test
    void nobodyWhoCanAct_isSaidInASentence() {
        assertThatThrownBy(() ->
                        DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, UNREPRESENTED, RIGHTS_AND_NOTICES))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Nobody can act for the young person, who lacks capacity for this decision:");
    }

    @ParameterizedTest
    @EnumSource(Matter.class)
    void aYoungPersonWithCapacity_decidesEverything(Matter matter) {
        assertThat(DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, HAS_CAPACITY, UNREPRESENTED, matter)
                        .acting())
                .containsExactly(Speaker.YOUNG_PERSON);
    }

    @Test
    void capacityIsPresumed_andARepresentativeOfSomeoneWhoHasItHasNoPartInTheDecision() {
        assertThat(Capacity.of(true, true)).isEqualTo(HAS_CAPACITY);
        assertThat(Capacity.of(true, false)).isEqualTo(HAS_CAPACITY);
        assertThat(Capacity.of(false, true)).isEqualTo(REPRESENTED);
        assertThat(Capacity.of(false, false)).isEqualTo(UNREPRESENTED);
    }

    @Test
    void aParentsRequestForAYoungPerson_bringsThemToAttention_unlessTheYoungPersonAuthorisedIt() {
        DecisionHolder youngPerson = DecisionHolder.on(BIRTH, AS_YOUNG_PERSON);
        DecisionHolder standIn =
                DecisionHolder.on(BIRTH, AS_YOUNG_PERSON, UNREPRESENTED, HAS_CAPACITY, RIGHTS_AND_NOTICES);

        assertThat(youngPerson.footingOf(Speaker.PARENT, false)).isEqualTo(RequestFooting.BROUGHT_TO_ATTENTION);
        assertThat(youngPerson.footingOf(Speaker.PARENT, true)).isEqualTo(RequestFooting.REQUEST);
        assertThat(youngPerson.footingOf(Speaker.YOUNG_PERSON, false)).isEqualTo(RequestFooting.REQUEST);
        assertThat(standIn.footingOf(Speaker.PARENT, false)).isEqualTo(RequestFooting.REQUEST);
        assertThat(standIn.footingOf(Speaker.YOUNG_PERSON, false)).isEqualTo(RequestFooting.BROUGHT_TO_ATTENTION);
        assertThat(DecisionHolder.on(BIRTH, AS_CHILD).footingOf(Speaker.CHILD, false))
                .isEqualTo(RequestFooting.BROUGHT_TO_ATTENTION);
    }

    @Test
    void aDayBeforeTheBirth_isRefused() {
        assertThatThrownBy(() -> DecisionHolder.on(BIRTH, BIRTH.minusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lies after");
    }
}
