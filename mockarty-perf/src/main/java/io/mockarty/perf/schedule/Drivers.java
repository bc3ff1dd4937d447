package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.PerVuIterations;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The executors as drivers. */
final class Drivers {

    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    private Drivers() {}

    static Driver of(Executor executor) {
        if (executor instanceof ConstantVus constant) {
            return scenario -> constant(scenario, constant);
        }
        if (executor instanceof RampingVus ramping) {
            return scenario -> new RampingUsers(scenario, ramping).drive();
        }
        if (executor instanceof PerVuIterations each) {
            return scenario -> each(scenario, each);
        }
        if (executor instanceof SharedIterations shared) {
            return scenario -> shared(scenario, shared);
        }
        if (executor instanceof ConstantArrivalRate || executor instanceof RampingArrivalRate) {
            return scenario -> new ArrivalDriver(scenario).drive();
        }
        throw new IllegalArgumentException(executor.type());
    }

    private static void constant(ScenarioRun scenario, ConstantVus executor) throws InterruptedException {
        for (int i = 0; i < executor.vus(); i++) {
            scenario.startUser(scenario.pool().take(), life -> {
                boolean goesOn = true;
                while (goesOn && !scenario.over()) {
                    goesOn = life.iterate();
                }
            });
        }
        long length = executor.duration().toNanos();
        while (scenario.elapsed() < length
                && scenario.waitUntil(Math.min(scenario.begin() + length, System.nanoTime() + GLANCE))) {
            scenario.progress().done((double) scenario.elapsed() / length);
        }
    }

    private static void each(ScenarioRun scenario, PerVuIterations executor) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(executor.vus());
        for (int i = 0; i < executor.vus(); i++) {
            scenario.startUser(scenario.pool().take(), life -> {
                try {
                    boolean goesOn = true;
                    while (goesOn && life.done() < executor.iterations() && !scenario.over()) {
                        goesOn = life.iterate();
                    }
                } finally {
                    if (left.decrementAndGet() == 0) {
                        scenario.signal();
                    }
                }
            });
        }
        double total = (double) executor.iterations() * executor.vus();
        awaitAll(scenario, executor, left, total);
        long missing = (long) total - scenario.progress().started();
        if (missing > 0) {
            scenario.dropped(missing);
        }
    }

    private static void shared(ScenarioRun scenario, SharedIterations executor) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        AtomicInteger left = new AtomicInteger(executor.vus());
        for (int i = 0; i < executor.vus(); i++) {
            scenario.startUser(scenario.pool().take(), life -> {
                try {
                    boolean goesOn = true;
                    while (goesOn && !scenario.over() && next.getAndIncrement() < executor.iterations()) {
                        goesOn = life.iterate();
                    }
                } finally {
                    if (left.decrementAndGet() == 0) {
                        scenario.signal();
                    }
                }
            });
        }
        awaitAll(scenario, executor, left, (double) executor.iterations());
        long missing = executor.iterations() - scenario.progress().started();
        if (missing > 0) {
            scenario.dropped(missing);
        }
    }

    private static void awaitAll(ScenarioRun scenario, Executor executor, AtomicInteger left, double total)
            throws InterruptedException {
        long end = scenario.begin() + executor.duration().toNanos();
        while (left.get() > 0 && System.nanoTime() < end) {
            scenario.progress().done(scenario.progress().completed() / total);
            long glance = System.nanoTime() + GLANCE;
            if (!scenario.waitUntil(end - glance < 0 ? end : glance, () -> left.get() == 0)) {
                return;
            }
        }
    }
}
