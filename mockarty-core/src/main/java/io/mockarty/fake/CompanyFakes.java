package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.util.List;

/** Companies, jobs and products. */
final class CompanyFakes {

    private CompanyFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("Company", CompanyFakes::company),
                plain("CompanyName", CompanyFakes::company),
                plain("JobTitle", CompanyFakes::job),
                plain("ProductName", CompanyFakes::product));
    }

    private static String company(FakeSource source) {
        String founder = PersonFakes.lastName(source);
        return source.oneIn(3)
                ? founder + "-" + PersonFakes.lastName(source)
                : founder + " " + source.pick(Words.Companies.SUFFIXES);
    }

    private static String job(FakeSource source) {
        String title = source.pick(Words.Jobs.FIELDS) + " " + source.pick(Words.Jobs.POSITIONS);
        return source.oneIn(2) ? source.pick(Words.Jobs.SENIORITIES) + " " + title : title;
    }

    private static String product(FakeSource source) {
        return source.pick(Words.Products.ADJECTIVES) + " " + source.pick(Words.Products.MATERIALS) + " "
                + source.pick(Words.Products.THINGS);
    }
}
