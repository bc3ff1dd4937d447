package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    @Test
    void all_scripts_stand_in_the_index() throws IOException, URISyntaxException {
        Path directory = Path.of(Scripts.class.getResource("index").toURI()).getParent();
        Scripts scripts = Scripts.load();
        List<String> indexed = LongStream.rangeClosed(1, scripts.newest())
                .mapToObj(version -> scripts.get(version).id())
                .flatMap(id -> Stream.of(id + ".down.sql", id + ".up.sql"))
                .toList();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(indexed);
        }
    }

    @Test
    void numbers_have_no_gaps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scripts(List.of(PetScripts.PETS, PetScripts.VETS)))
                .withMessage("index: 003_vets (expected: the migration with number 2)");
    }
}
