package io.mockarty.fake;

/** Check digits: each method takes the digits without them. */
final class CheckDigits {

    private static final int[] ROUTING = {3, 7, 1, 3, 7, 1, 3, 7};
    private static final int[] COMPANY_INN = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] PERSON_INN_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] PERSON_INN_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] SNILS = {9, 8, 7, 6, 5, 4, 3, 2, 1};

    private CheckDigits() {}

    /** EAN-13, UPC-A, ISBN-13: from the right, every other digit counts three times. */
    static String withGtin(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * digit(digits, i);
        }
        return digits + toNextTen(sum);
    }

    /** Payment cards: from the right, every other digit is doubled and its own digits are added. */
    static String withLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digit(digits, i) * ((digits.length() - i) % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }
        return digits + toNextTen(sum);
    }

    /** ISO 7064 MOD 97-10: the two digits between the country and the account number of an IBAN. */
    static String iban(String country, String number) {
        int check = 98 - modulo97(number + country + "00");
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    /** The German VAT number: ISO 7064 MOD 11,10. */
    static String withVatDe(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digit(digits, i) + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return digits + (11 - product) % 10;
    }

    static String withRouting(String digits) {
        return digits + toNextTen(weighted(digits, ROUTING));
    }

    static String withCompanyInn(String digits) {
        return digits + weighted(digits, COMPANY_INN) % 11 % 10;
    }

    static String withPersonInn(String digits) {
        String eleven = digits + weighted(digits, PERSON_INN_FIRST) % 11 % 10;
        return eleven + weighted(eleven, PERSON_INN_SECOND) % 11 % 10;
    }

    static String withOgrn(String digits) {
        return digits + Long.parseLong(digits) % 11 % 10;
    }

    static String snils(String digits) {
        int check = weighted(digits, SNILS) % 101 % 100;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    private static int modulo97(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36); // A is 10, Z is 35
            rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
        }
        return rest;
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(digits, i);
        }
        return sum;
    }

    private static int toNextTen(int sum) {
        return (10 - sum % 10) % 10;
    }

    private static int digit(String digits, int index) {
        return digits.charAt(index) - '0';
    }
}
