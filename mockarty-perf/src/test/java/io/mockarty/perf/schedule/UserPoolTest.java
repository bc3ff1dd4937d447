package io.mockarty.perf.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UserPoolTest {

    private final Set<Integer> open = ConcurrentHashMap.newKeySet();

    private VirtualUser user(int number) {
        open.add(number);
        return new VirtualUser() {

            @Override
            public Outcome iterate(Iteration iteration) {
                return Outcome.COMPLETED;
            }

            @Override
            public void cancel() {}

            @Override
            public void close() {
                open.remove(number);
            }
        };
    }

    @Test
    void users_are_made_once_and_taken_in_order() throws InterruptedException {
        UserPool pool = new UserPool(this::user);
        pool.prepare(2_000);

        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            taken.add(pool.take().number());
        }
        assertThat(taken).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(2_000);
        assertThat(pool.poll()).isNull();
        assertThat(pool.take().number()).isEqualTo(2_001);
    }

    @Test
    void when_one_cannot_be_made_the_others_are_closed() {
        UserPool pool = new UserPool(number -> {
            if (number == 20) {
                throw new IllegalArgumentException("no twentieth");
            }
            return user(number);
        });

        assertThatThrownBy(() -> pool.prepare(500)).hasMessage("no twentieth");
        assertThat(open).isEmpty();
    }

    @Test
    void a_user_that_comes_back_late_is_closed() throws InterruptedException {
        UserPool pool = new UserPool(this::user);
        pool.prepare(3);
        PooledUser late = pool.take();
        pool.close();
        assertThat(open).containsExactly(late.number());

        pool.giveBack(late);
        assertThat(open).isEmpty();
        assertThat(pool.size()).isZero();
    }

    @Test
    void a_user_is_cut_off_for_its_owner_only() {
        List<String> cancelled = new ArrayList<>();
        PooledUser user = new PooledUser(1, new VirtualUser() {

            @Override
            public Outcome iterate(Iteration iteration) {
                return Outcome.COMPLETED;
            }

            @Override
            public void cancel() {
                cancelled.add("cancelled");
            }

            @Override
            public void close() {}
        });

        user.lendTo("first");
        assertThat(user.release()).isTrue();
        user.lendTo("second");
        user.cutOff("first");
        assertThat(cancelled).isEmpty();
        user.cutOff("second");
        assertThat(cancelled).hasSize(1);
        assertThat(user.release()).isFalse();
    }
}
