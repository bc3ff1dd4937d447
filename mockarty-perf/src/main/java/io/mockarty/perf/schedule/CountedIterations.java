package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Executor.PerVuIterations;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Drives users that do a number of iterations, together or each. */
final class CountedIterations implements Driver {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Executor executor;
    private final long total;
    private final Predicate<ScenarioRun.UserLife> mayGoOn;

    private CountedIterations(Executor executor, long total, Predicate<ScenarioRun.UserLife> mayGoOn) {
        this.executor = executor;
        this.total = total;
        this.mayGoOn = mayGoOn;
    }

    static CountedIterations shared(SharedIterations executor) {
        AtomicLong next = new AtomicLong();
        return new CountedIterations(
                executor, executor.iterations(), life -> next.getAndIncrement() < executor.iterations());
    }

    static CountedIterations each(PerVuIterations executor) {
        return new CountedIterations(
                executor, executor.iterations() * executor.vus(), life -> life.done() < executor.iterations());
    }

    @Override
    public void drive(ScenarioRun scenario) throws InterruptedException {
        AtomicInteger atWork = new AtomicInteger(executor.maxUsers());
        scenario.startUsers(executor.maxUsers(), life -> {
            try {
                boolean goesOn = true;
                while (goesOn && !scenario.over() && mayGoOn.test(life)) {
                    goesOn = life.iterate();
                }
            } finally {
                atWork.decrementAndGet();
            }
        });
        long end = scenario.begin() + executor.duration().toNanos();
        boolean running = true;
        while (running && atWork.get() > 0 && System.nanoTime() - end < 0) {
            scenario.progress().done((double) scenario.progress().completed() / total);
            long glance = System.nanoTime() + GLANCE;
            running = scenario.waitUntil(end - glance < 0 ? end : glance, () -> atWork.get() == 0);
        }
    }

    @Override
    public long missing(ScenarioRun scenario) {
        return total - scenario.progress().started();
    }
}
