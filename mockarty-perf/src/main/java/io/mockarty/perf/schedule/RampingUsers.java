package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor.RampingVus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Starts and ends users as a ramp wants it. Used by the thread of its scenario. */
final class RampingUsers {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private final ScenarioRun scenario;
    private final RampingVus executor;
    private final Deque<Member> members = new ArrayDeque<>();
    private final Deque<Member> leaving = new ArrayDeque<>();

    RampingUsers(ScenarioRun scenario, RampingVus executor) {
        this.scenario = scenario;
        this.executor = executor;
    }

    void drive() throws InterruptedException {
        long length = executor.duration().toNanos();
        adjust(UserCount.at(executor, 0));
        while (scenario.elapsed() < length) {
            if (!scenario.waitUntil(Math.min(scenario.begin() + length, System.nanoTime() + STEP))) {
                return;
            }
            adjust(UserCount.at(executor, scenario.elapsed()));
            cutOffLate();
            scenario.progress().done((double) scenario.elapsed() / length);
        }
    }

    private void adjust(int wanted) {
        while (members.size() < wanted) {
            members.addLast(comeBackOrStart());
        }
        while (members.size() > wanted) {
            Member last = members.removeLast();
            last.leave();
            leaving.addLast(last);
        }
    }

    /**
     * One that was about to go is called back first, so that there are never more users than the ramp has at its top.
     */
    private Member comeBackOrStart() {
        while (!leaving.isEmpty()) {
            Member member = leaving.removeLast();
            if (member.comeBack()) {
                return member;
            }
        }
        Member member = new Member(scenario.pool().take());
        scenario.startUser(member.user, member::work);
        return member;
    }

    private void cutOffLate() {
        leaving.removeIf(member -> {
            if (member.late()) {
                scenario.cutOff(member.user);
                return true;
            }
            return member.state.get() == State.GONE;
        });
    }

    private enum State {
        STAYING,
        LEAVING,
        GONE
    }

    private final class Member {

        private final PooledUser user;
        private final AtomicReference<State> state = new AtomicReference<>(State.STAYING);
        private long leaveBy;

        Member(PooledUser user) {
            this.user = user;
        }

        void leave() {
            leaveBy = System.nanoTime() + executor.gracefulRampDown().toNanos();
            state.compareAndSet(State.STAYING, State.LEAVING);
        }

        boolean late() {
            return state.get() == State.LEAVING && System.nanoTime() - leaveBy > 0;
        }

        boolean comeBack() {
            return state.compareAndSet(State.LEAVING, State.STAYING);
        }

        private boolean stays() {
            return !state.compareAndSet(State.LEAVING, State.GONE);
        }

        void work(ScenarioRun.UserLife life) throws InterruptedException {
            try {
                boolean goesOn = true;
                while (goesOn && stays() && !scenario.over()) {
                    goesOn = life.iterate();
                }
            } finally {
                state.set(State.GONE);
            }
        }
    }
}
