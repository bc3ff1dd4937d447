package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor;
import io.mockarty.perf.plan.Executor.ConstantArrivalRate;
import io.mockarty.perf.plan.Executor.ConstantVus;
import io.mockarty.perf.plan.Executor.PerVuIterations;
import io.mockarty.perf.plan.Executor.RampingArrivalRate;
import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.plan.Executor.SharedIterations;
import java.util.concurrent.TimeUnit;

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
            return CountedIterations.each(each);
        }
        if (executor instanceof SharedIterations shared) {
            return CountedIterations.shared(shared);
        }
        if (executor instanceof ConstantArrivalRate || executor instanceof RampingArrivalRate) {
            return scenario -> new ArrivalDriver(scenario).drive();
        }
        throw new IllegalArgumentException(executor.type());
    }

    private static void constant(ScenarioRun scenario, ConstantVus executor) throws InterruptedException {
        scenario.startUsers(executor.vus(), life -> {
            boolean goesOn = true;
            while (goesOn && !scenario.over()) {
                goesOn = life.iterate();
            }
        });
        long length = executor.duration().toNanos();
        while (scenario.elapsed() < length
                && scenario.waitUntil(Math.min(scenario.begin() + length, System.nanoTime() + GLANCE))) {
            scenario.progress().done((double) scenario.elapsed() / length);
        }
    }
}
