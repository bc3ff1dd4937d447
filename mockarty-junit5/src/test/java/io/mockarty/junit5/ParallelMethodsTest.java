package io.mockarty.junit5;

import static io.mockarty.junit5.MockartyAssertions.assertThat;
import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Forty test methods of one class, each with its own stub on the same route, eight at a time. */
class ParallelMethodsTest {

    private static final int THREADS = 8;

    @Test
    void forty_parallel_methods_with_a_stub_on_one_route_do_not_see_each_other() {
        Runs.parallel(THREADS, Forty.class)
                .testEvents()
                .assertStatistics(stats -> stats.started(40).succeeded(40).failed(0));
    }

    @MockartyTest
    static class Forty {

        /** Makes sure that the tests do run at the same time. */
        private static final CountDownLatch ALL_THREADS_HAVE_STUBBED = new CountDownLatch(THREADS);

        private static void probe(MockartyServer mocks, TestInfo test) throws InterruptedException {
            String answer = test.getDisplayName();
            mocks.stub(get("/same/route").respond(ok().text(answer)));
            ALL_THREADS_HAVE_STUBBED.countDown();
            assertThat(ALL_THREADS_HAVE_STUBBED.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 10; i++) {
                assertThat(Http.get(mocks.baseUrl() + "/same/route").body()).isEqualTo(answer);
            }
            assertThat(mocks).received(get("/same/route")).times(10);
        }

        @Test
        void sees_only_its_own_stub_01(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_02(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_03(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_04(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_05(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_06(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_07(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_08(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_09(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_10(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_11(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_12(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_13(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_14(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_15(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_16(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_17(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_18(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_19(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_20(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_21(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_22(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_23(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_24(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_25(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_26(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_27(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_28(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_29(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_30(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_31(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_32(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_33(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_34(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_35(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_36(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_37(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_38(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_39(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }

        @Test
        void sees_only_its_own_stub_40(MockartyServer mocks, TestInfo test) throws InterruptedException {
            probe(mocks, test);
        }
    }
}
