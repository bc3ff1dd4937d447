package io.mockarty.repository.migration;

import java.util.List;

/** Three migrations to try things with. */
final class PetScripts {

    static final Script PETS = new Script(1, "pets", """
            -- Whom this is about.
            CREATE TABLE pets (
                id ${identity},
                name ${key} NOT NULL UNIQUE,
                about ${text},
                photo ${blob},
                tags ${json}
            );
            """, "DROP TABLE pets;");

    static final Script TOYS = new Script(2, "toys", """
            CREATE TABLE toys (
                pet BIGINT NOT NULL REFERENCES pets (id),
                name ${key} NOT NULL
            );
            CREATE INDEX toys_name ON toys (name);
            --only:postgresql INSERT INTO pets (name, tags) VALUES ('Elephant', '["grey"]');
            --only:sqlite INSERT INTO pets (name, tags) VALUES ('Feather', '["light"]');
            --only:h2 INSERT INTO pets (name, tags) VALUES ('Water', '["wet"]');
            """, """
            DROP INDEX toys_name;
            DROP TABLE toys;
            """);

    static final Script VETS = new Script(3, "vets", """
            CREATE TABLE vets (id ${identity});
            ALTER TABLE pets ADD COLUMN vet BIGINT;
            """, """
            ALTER TABLE pets DROP COLUMN vet;
            DROP TABLE vets;
            """);

    /** Creates a table, and then fails. */
    static final Script BROKEN = new Script(2, "toys", """
            CREATE TABLE toys (name ${key} NOT NULL);
            INSERT INTO nowhere (name) VALUES ('ball');
            """, TOYS.down());

    private PetScripts() {}

    static Scripts all() {
        return new Scripts(List.of(PETS, TOYS, VETS));
    }

    static Scripts broken() {
        return new Scripts(List.of(PETS, BROKEN, VETS));
    }
}
