package org.ehcpathway.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** NHS numbers that belong to nobody: from the range kept for tests, with a right check digit (modulus 11). */
public final class NhsNumbers {

    private static final int WITHOUT_CHECK_DIGIT = 10;

    private static final AtomicInteger LAST = new AtomicInteger();

    private NhsNumbers() {}

    /** Another number than all before. */
    public static String next() {
        while (true) {
            String nine = "999%06d".formatted(LAST.incrementAndGet());
            int sum = 0;
            for (int i = 0; i < nine.length(); i++) {
                sum += (10 - i) * Character.digit(nine.charAt(i), 10);
            }
            int check = (11 - sum % 11) % 11;
            if (check != WITHOUT_CHECK_DIGIT) {
                return nine + check;
            }
        }
    }
}
