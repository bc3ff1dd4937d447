package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;
import static io.mockarty.fake.NamedFunction.with;

import java.math.BigDecimal;
import java.util.List;

/** Prices, payment cards and bank accounts. */
final class MoneyFakes {

    private static final int CENTS = 2;
    private static final BigDecimal ONE_CENT = new BigDecimal("0.01");
    private static final BigDecimal MAX_PRICE = new BigDecimal("999.99");
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("9999.99");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> CURRENCIES = List.of(
            "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
            "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "KZT", "MXN", "NOK", "NZD", "PLN", "RON", "RUB", "SEK", "SGD",
            "THB", "TRY", "UAH", "USD", "ZAR");
    private static final List<Card> CARDS = List.of(
            new Card("Visa", List.of("4"), 16),
            new Card("MasterCard", List.of("51", "52", "53", "54", "55"), 16),
            new Card("American Express", List.of("34", "37"), 15),
            new Card("Discover", List.of("6011"), 16),
            new Card("JCB", List.of("3528", "3589"), 16),
            new Card("Diners Club", List.of("36", "38"), 14));
    private static final List<Card> LONG_CARDS = CARDS.subList(0, 2);
    private static final List<Account> ACCOUNTS = List.of(
            new Account("DE", 0, 18),
            new Account("AT", 0, 16),
            new Account("CH", 0, 17),
            new Account("GB", 4, 14),
            new Account("LT", 0, 16),
            new Account("NL", 4, 10));

    private MoneyFakes() {}

    /** A kind of payment card: how its numbers begin, and how many digits they have. */
    private record Card(String type, List<String> prefixes, int length) {}

    /** How the account number of a country is written: letters, then digits. */
    private record Account(String country, int letters, int digits) {}

    static List<FakeFunction> functions() {
        return List.of(
                money("Price", MAX_PRICE),
                money("Amount", MAX_AMOUNT),
                plain("Currency", source -> source.pick(CURRENCIES)),
                plain(
                        "AmountWithCurrency",
                        source -> source.pick(CURRENCIES) + " " + source.between(ONE_CENT, MAX_AMOUNT, CENTS)),
                plain("CCType", source -> source.pick(CARDS).type()),
                plain("CCNumber", source -> cardNumber(source, CARDS)),
                plain("CreditCardNumber", source -> cardNumber(source, LONG_CARDS)),
                plain("credit_card", source -> cardNumber(source, LONG_CARDS)),
                plain("iban", MoneyFakes::iban),
                plain("bic", MoneyFakes::bic));
    }

    private static FakeFunction money(String name, BigDecimal max) {
        return with(
                name,
                ArgumentRule.optionalNumberRange(),
                (source, args) -> args.isEmpty()
                        ? source.between(ONE_CENT, max, CENTS)
                        : source.between(args.number(0), args.number(1), CENTS));
    }

    private static String cardNumber(FakeSource source, List<Card> cards) {
        Card card = source.pick(cards);
        String prefix = source.pick(card.prefixes());
        return CheckDigits.withLuhn(prefix + source.digits(card.length() - prefix.length() - 1));
    }

    private static String iban(FakeSource source) {
        Account account = source.pick(ACCOUNTS);
        String number = source.characters(LETTERS, account.letters()) + source.digits(account.digits());
        return account.country() + CheckDigits.iban(account.country(), number) + number;
    }

    /** Bank, country and place; every other one with a branch. */
    private static String bic(FakeSource source) {
        String head = source.characters(LETTERS, 4) + source.pick(ACCOUNTS).country() + source.characters(LETTERS, 2);
        return source.oneIn(2) ? head + source.digits(3) : head;
    }
}
