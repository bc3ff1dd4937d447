package io.mockarty.repository.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.repository.database.DatabaseKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** A JVM of its own that migrates a PostgreSQL database when it is told to. */
final class MigratingProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private MigratingProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process and waits until it is ready to migrate. */
    static MigratingProcess start(String url) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigratingProcess.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        MigratingProcess started = new MigratingProcess(process);
        assertThat(started.output.readLine()).isEqualTo(READY);
        return started;
    }

    /** What runs in the process: migrates, and prints how many migrations it has applied. */
    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        Migrations migrations = Migrations.of(dataSource, DatabaseKind.POSTGRESQL, slowScripts());
        migrations.version(); // loads the driver
        System.out.println(READY);
        if (System.in.read() >= 0) {
            System.out.println(migrations.up().size());
        }
    }

    /** Migrations that take long enough for two processes to meet. */
    static Scripts slowScripts() {
        Script slow = new Script(1, "slow", """
                CREATE TABLE slow (id ${identity});
                """ + "SELECT pg_sleep(0.01);\n".repeat(100), "DROP TABLE slow;");
        return new Scripts(List.of(slow, new Script(2, "more", "CREATE TABLE more (id ${identity});", "")));
    }

    void go() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    int applied() throws IOException {
        return Integer.parseInt(output.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("end of waiting").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
