package io.mockarty.fake;

import static io.mockarty.fake.NamedFunction.plain;

import java.util.List;

/** People. */
final class PersonFakes {

    private static final List<String> MALE_TITLES = List.of("Mr.", "Dr.", "Prof.");
    private static final List<String> FEMALE_TITLES = List.of("Mrs.", "Ms.", "Miss", "Dr.", "Prof.");
    private static final List<String> GENDERS = List.of("Male", "Female");

    private PersonFakes() {}

    static List<FakeFunction> functions() {
        return List.of(
                plain("FirstName", PersonFakes::firstName),
                plain("FirstNameMale", source -> source.pick(Words.People.MALE)),
                plain("FirstNameFemale", source -> source.pick(Words.People.FEMALE)),
                plain("LastName", PersonFakes::lastName),
                plain("Name", PersonFakes::fullName),
                plain("FullName", PersonFakes::fullName),
                plain("TitleMale", source -> source.pick(MALE_TITLES)),
                plain("TitleFemale", source -> source.pick(FEMALE_TITLES)),
                plain("Gender", source -> source.pick(GENDERS)));
    }

    static String firstName(FakeSource source) {
        return source.pick(source.random().nextBoolean() ? Words.People.MALE : Words.People.FEMALE);
    }

    static String lastName(FakeSource source) {
        return source.pick(Words.People.LAST);
    }

    private static String fullName(FakeSource source) {
        return firstName(source) + " " + lastName(source);
    }
}
