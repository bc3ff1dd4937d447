package io.mockarty.repository.migration;

import io.mockarty.repository.migration.Migration.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which steps lead from the version of a schema to another.
 *
 * @param scripts the migrations there are
 * @param target the database
 * @param fixDirty whether a migration that was left half done is undone first; it is refused otherwise
 */
record Planner(Scripts scripts, Target target, boolean fixDirty) {

    List<Step> up(SchemaTable.State state, long steps) {
        List<Step> plan = repaired(state);
        long from = versionAfter(plan, state);
        long to = steps < scripts.newest() - from ? from + steps : scripts.newest();
        for (long version = from + 1; version <= to; version++) {
            Script script = scripts.get(version);
            List<String> before = new ArrayList<>(plan.isEmpty() ? state.missing() : List.of());
            before.addAll(markDirty(version));
            plan.add(Step.of(script, Action.UP, before, script.up(target.dialect()), SchemaTable.set(version, false)));
        }
        return plan;
    }

    List<Step> down(SchemaTable.State state, long steps) {
        List<Step> plan = repaired(state);
        long from = versionAfter(plan, state);
        for (long version = from; version > Math.max(0, from - steps); version--) {
            plan.add(back(version, Action.DOWN, markDirty(version)));
        }
        return plan;
    }

    private List<Step> repaired(SchemaTable.State state) {
        SchemaVersion version = state.version();
        refuseNewer(version);
        List<Step> plan = new ArrayList<>();
        if (version.dirty()) {
            if (!fixDirty || version.number() == 0) {
                throw dirty(version);
            }
            plan.add(back(version.number(), Action.REPAIR, List.of()));
        }
        return plan;
    }

    private static long versionAfter(List<Step> plan, SchemaTable.State state) {
        long number = state.version().number();
        return plan.isEmpty() ? number : number - 1;
    }

    private Step back(long version, Action action, List<String> before) {
        Script script = scripts.get(version);
        return Step.of(script, action, before, script.down(target.dialect()), SchemaTable.set(version - 1, false));
    }

    /** Where a transaction does not take back a half-done migration, the schema is marked while it runs. */
    private List<String> markDirty(long version) {
        return target.dialect().isTransactional() ? List.of() : List.of(SchemaTable.set(version, true));
    }

    private void refuseNewer(SchemaVersion version) {
        if (version.number() < 0 || version.number() > scripts.newest()) {
            throw target.problem("schema version: " + version + " (expected: 0.." + scripts.newest()
                    + ", the migrations this program knows); start the newer program that made this schema,"
                    + " or roll the schema back with it first: mockarty migrate down --steps N");
        }
    }

    private MigrationException dirty(SchemaVersion version) {
        String id = version.number() == 0
                ? "a migration"
                : scripts.get(version.number()).id();
        long before = Math.max(0, version.number() - 1);
        return target.problem("schema version: " + version + " (expected: one that is not dirty); " + id
                + " was left half done, " + howToGoOn(before, version.number()));
    }

    static String howToGoOn(long before, long version) {
        return "run 'mockarty migrate up --fix-dirty' to have it undone and applied again, or mend the schema by hand"
                + " and say where it is with 'mockarty migrate force " + before + "' or 'force " + version + "'";
    }
}
