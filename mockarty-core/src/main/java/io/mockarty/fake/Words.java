package io.mockarty.fake;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/**
 * The English word lists of Datafaker.
 *
 * <p>Only the lists are taken, never a value Datafaker has drawn: a Faker for every request costs about 20 microseconds
 * (a draw from a list costs hundredths of one), sharing one would mix up the randomness of requests, and what a seed
 * means would hang on how Datafaker happens to draw. Each holder below is read once, by the first name that needs it,
 * and is immutable from then on, so it cannot influence results. The first holder takes 100 to 200 ms, mostly to parse
 * YAML; names that need no words never load Datafaker.
 */
final class Words {

    private Words() {}

    /** Given names and family names. */
    static final class People {
        static final List<String> MALE = list("name.male_first_name");
        static final List<String> FEMALE = list("name.female_first_name");
        static final List<String> LAST = list("name.last_name");

        private People() {}
    }

    /** Parts of company names. */
    static final class Companies {
        static final List<String> SUFFIXES = list("company.suffix");

        private Companies() {}
    }

    /** Parts of job titles. */
    static final class Jobs {
        static final List<String> SENIORITIES = list("job.seniority");
        static final List<String> FIELDS = list("job.field");
        static final List<String> POSITIONS = list("job.position");

        private Jobs() {}
    }

    /** Parts of product names. */
    static final class Products {
        static final List<String> ADJECTIVES = list("commerce.product_name.adjective");
        static final List<String> MATERIALS = list("commerce.product_name.material");
        static final List<String> THINGS = list("commerce.product_name.product");

        private Products() {}
    }

    /** Countries, states and parts of city and street names. */
    static final class Places {
        static final List<String> CITY_PREFIXES = list("address.city_prefix");
        static final List<String> CITY_SUFFIXES = list("address.city_suffix");
        static final List<String> STREET_SUFFIXES = list("address.street_suffix");
        static final List<String> COUNTRIES = list("address.country");
        static final List<String> COUNTRY_CODES = list("address.country_code");
        static final List<String> STATES = list("address.state");
        static final List<String> STATE_CODES = list("address.state_abbr");

        private Places() {}
    }

    /** Words without a meaning. */
    static final class Lorem {
        static final List<String> WORDS = list("lorem.words");

        private Lorem() {}
    }

    private static List<String> list(String key) {
        Faker faker = new Faker(Locale.ENGLISH, new Random(0));
        Object found = faker.fakeValuesService().fetchObject(key, faker.getContext());
        if (!(found instanceof List<?> values) || values.isEmpty()) {
            throw new IllegalStateException("Datafaker has no list of words named " + key
                    + "; is its version the one Mockarty was built with?");
        }
        return values.stream().map(String::valueOf).toList();
    }
}
