package io.mockarty.perf;

import io.mockarty.perf.metric.Measurements;
import io.mockarty.perf.metric.Recorder;
import io.mockarty.perf.metric.Tags;
import io.mockarty.perf.schedule.Iteration;
import io.mockarty.perf.schedule.UserFactory;
import io.mockarty.perf.schedule.VirtualUser;
import io.mockarty.perf.script.ErrorLog;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users whose iterations are written in Java. */
final class JavaUsers implements UserFactory {

    private final JavaIteration body;
    private final Measurements measurements;
    private final Map<String, Tags> tags;
    private final ErrorLog errors;

    JavaUsers(JavaIteration body, Measurements measurements, Map<String, Tags> tags, ErrorLog errors) {
        this.body = body;
        this.measurements = measurements;
        this.tags = tags;
        this.errors = errors;
    }

    @Override
    public VirtualUser create(int number) {
        return new User(measurements.recorder());
    }

    private final class User implements VirtualUser {

        private final Recorder recorder;
        private volatile @Nullable Thread running;
        private volatile boolean cancelled;

        User(Recorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public Outcome iterate(Iteration iteration) {
            running = Thread.currentThread();
            try {
                if (cancelled) {
                    return Outcome.INTERRUPTED;
                }
                Tags own = tags.getOrDefault(iteration.scenario(), Tags.EMPTY);
                body.run(new JavaUser(measurements.registry(), recorder, own, iteration));
                return cancelled ? Outcome.INTERRUPTED : Outcome.COMPLETED;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.INTERRUPTED;
            } catch (Exception e) {
                if (cancelled) {
                    return Outcome.INTERRUPTED;
                }
                errors.add(e.toString(), e.toString());
                return Outcome.FAILED;
            } finally {
                running = null;
            }
        }

        /** Java code cannot be ended by force; it is interrupted and must heed that. */
        @Override
        public void cancel() {
            cancelled = true;
            Thread thread = running;
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        public void close() {
            cancelled = true;
        }
    }
}
