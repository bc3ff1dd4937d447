package io.mockarty.acceptance.readme.junit;

import static io.mockarty.mock.MockDsl.get;
import static io.mockarty.mock.MockDsl.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.mockarty.acceptance.Http;
import io.mockarty.junit5.MockartyExtension;
import io.mockarty.resolver.MockartyServer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

// snippet: junit-spring
@SpringJUnitConfig(SpringTest.Application.class)
class SpringTest {

    @RegisterExtension
    static final MockartyExtension SHOP = MockartyExtension.builder().build();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("shop.url", SHOP::baseUrl);
    }

    @Autowired
    private Greeter greeter;

    @RepeatedTest(3)
    void greets(MockartyServer mocks) {
        mocks.stub(get("/hello").respond(ok().text("hello")));

        assertThat(greeter.greet()).isEqualTo("hello");
    }

    @Nested
    class In_german {

        @Test
        void greets(MockartyServer mocks) {
            mocks.stub(get("/hello").respond(ok().text("hallo")));

            assertThat(greeter.greet()).isEqualTo("hallo");
        }
    }
    // end-snippet

    private static final AtomicInteger APPLICATIONS = new AtomicInteger();

    /** An application with one bean. */
    @Configuration
    static class Application {

        @Bean
        Greeter greeter(@Value("${shop.url}") String shopUrl) {
            APPLICATIONS.incrementAndGet();
            return new Greeter(shopUrl);
        }
    }

    /** The bean. */
    record Greeter(String shopUrl) {

        String greet() {
            return Http.get(shopUrl + "/hello").body();
        }
    }

    @AfterAll
    static void one_application_served_all_tests() {
        assertThat(APPLICATIONS).hasValue(1);
    }
}
