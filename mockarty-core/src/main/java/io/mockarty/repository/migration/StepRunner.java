package io.mockarty.repository.migration;

import io.mockarty.repository.migration.Migration.Action;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a plan.
 *
 * @param session the connection
 * @param target the database
 */
record StepRunner(SchemaSession session, Target target) {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final int SHOWN_CHARACTERS = 80;

    void run(Step step) throws SQLException {
        session.together(() -> {
            executeAll(step.before());
            script(step);
            executeAll(step.after());
        });
        LOG.debug(
                "{}: {} {}",
                target.name(),
                step.migration().id(),
                step.migration().action());
    }

    private void executeAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            session.execute(statement);
        }
    }

    private void script(Step step) {
        for (int i = 0; i < step.script().size(); i++) {
            try {
                session.attempt(step.script().get(i));
            } catch (SQLException e) {
                if (step.migration().action() != Action.REPAIR) {
                    throw failed(step, i, e);
                }
                LOG.info("{}: passed over in {}: {}", target.name(), step.file(), e.getMessage());
            }
        }
    }

    private MigrationException failed(Step step, int index, SQLException cause) {
        Migration migration = step.migration();
        long version = migration.version();
        String next = target.dialect().isTransactional()
                ? "nothing of it was kept; mend the cause and migrate again"
                : target.dialect().product() + " keeps what ran before, so the schema is dirty now; "
                        + Planner.howToGoOn(version - 1, version);
        return target.problem(
                step.file() + ": statement " + (index + 1) + " of "
                        + step.script().size() + ", \""
                        + shortened(step.script().get(index)) + "\", failed: " + cause.getMessage() + "; " + next,
                cause);
    }

    private static String shortened(String statement) {
        String line = statement.replaceAll("\\s+", " ");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "...";
    }
}
