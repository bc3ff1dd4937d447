package io.mockarty.perf.schedule;

import io.mockarty.perf.plan.Executor.RampingVus;
import io.mockarty.perf.schedule.UserPool.PooledUser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts and ends users as a ramp wants it. */
final class RampingUsers {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private final ScenarioRun scenario;
    private final RampingVus executor;
    private final Deque<Member> members = new ArrayDeque<>();
    private final List<Member> leaving = new ArrayList<>();

    RampingUsers(ScenarioRun scenario, RampingVus executor) {
        this.scenario = scenario;
        this.executor = executor;
    }

    void drive() throws InterruptedException {
        long length = executor.duration().toNanos();
        adjust(executor.startVus());
        while (scenario.elapsed() < length) {
            if (!scenario.waitUntil(Math.min(scenario.begin() + length, System.nanoTime() + STEP))) {
                break;
            }
            adjust(UserCount.at(executor, scenario.elapsed()));
            cutOffLate();
            scenario.progress().done((double) scenario.elapsed() / length);
        }
    }

    private void adjust(int wanted) {
        while (members.size() < wanted) {
            Member member = new Member(scenario.pool().take());
            members.addLast(member);
            scenario.startUser(member.user, member::work);
        }
        while (members.size() > wanted) {
            Member last = members.removeLast();
            last.leaveBy = System.nanoTime() + executor.gracefulRampDown().toNanos();
            last.leaves = true;
            leaving.add(last);
        }
    }

    private void cutOffLate() {
        leaving.removeIf(member -> {
            if (!member.gone && System.nanoTime() - member.leaveBy > 0) {
                member.user.user().cancel();
                return true;
            }
            return member.gone;
        });
    }

    private final class Member {

        private final PooledUser user;
        private volatile boolean leaves;
        private volatile boolean gone;
        private volatile long leaveBy;

        Member(PooledUser user) {
            this.user = user;
        }

        void work(ScenarioRun.UserLife life) throws InterruptedException {
            try {
                boolean goesOn = true;
                while (goesOn && !leaves && !scenario.over()) {
                    goesOn = life.iterate();
                }
            } finally {
                gone = true;
            }
        }
    }
}
