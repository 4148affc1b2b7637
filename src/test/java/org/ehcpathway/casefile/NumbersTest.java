package org.ehcpathway.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ehcpathway.statute.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and postcodes as people copy them, with spaces and small letters. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({"B801200005001,B801200005001", "p2070 0001 6049,P207000016049", "M80120000500A,M80120000500A"})
    void aUpnWithItsCheckLetter(String typed, String kept) {
        assertThat(Upn.checked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A801200005001", "Q207000016049", "B80120000500A", "B801200005002"})
    void aUpnWithAWrongCheckLetter(String typed) {
        assertThatThrownBy(() -> Upn.checked(typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("Check the UPN; its first letter does not fit the rest of the number.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "B80120000500", "B8012000050011", "8801200005001", "I801200005001", "B80120000500S"})
    void aUpnOfTheWrongForm(String typed) {
        assertThatThrownBy(() -> Upn.checked(typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("Check the UPN; it is one letter followed by 12 digits, or by 11 digits and a letter.");
    }

    @ParameterizedTest
    @CsvSource({"943 476 5919,9434765919", "999-000-0018,9990000018"})
    void anNhsNumber(String typed, String kept) {
        assertThat(NhsNumber.checked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "9434756919", "1000000000"})
    void anNhsNumberWithAWrongCheckDigit(String typed) {
        assertThatThrownBy(() -> NhsNumber.checked(typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("Check the NHS number; its last digit does not fit the other nine.");
    }

    @Test
    void anNhsNumberThatIsTooShort() {
        assertThatThrownBy(() -> NhsNumber.checked("943476591"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Check the NHS number; it has 10 digits.");
    }

    @ParameterizedTest
    @CsvSource({
        "m11ae,M1 1AE",
        "B33 8TH,B33 8TH",
        "CR2 6XH,CR2 6XH",
        "DN551PT,DN55 1PT",
        "W1A 1HQ,W1A 1HQ",
        "ec1a 1bb,EC1A 1BB",
        "BF1 2AA,BF1 2AA",
        "bfpo 57,BFPO 57",
        "BFPO1234,BFPO 1234"
    })
    void aPostcode(String typed, String kept) {
        assertThat(Postcode.checked(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nowhere", "QA1 1AA", "M1 1CE", "M1", "12345", "EC1A 1B", "BFPO", "BFPO 12345"})
    void whatIsNoPostcode(String typed) {
        assertThatThrownBy(() -> Postcode.checked(typed))
                .isInstanceOf(Refusal.class)
                .hasMessage("Check the postcode; write it like SW1A 2AA or BFPO 57.");
    }
}
