package io.mockarty.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the contract, letter by letter. */
class MockLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "equals,EQUALS",
        "not_equals,NOT_EQUALS",
        "contains,CONTAINS",
        "not_contains,NOT_CONTAINS",
        "any,ANY",
        "notEmpty,NOT_EMPTY",
        "empty,EMPTY",
        "matches,MATCHES"
    })
    void reads_and_writes_how_a_condition_compares(String word, AssertAction action) {
        Condition condition = Condition.builder().put("assertAction", word).build();

        assertThat(condition.assertAction()).isEqualTo(action);
        assertThat(Condition.builder().assertAction(action).build()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EQUALS", "Equals", "not_empty", "notequals", "plugin:x", " equals"})
    void any_other_word_is_an_error(String word) {
        assertThatThrownBy(() -> Condition.builder().put("assertAction", word).build())
                .isInstanceOf(InvalidMockException.class)
                .hasMessageContaining("assertAction: \"" + word + "\" (expected: one of equals, ");
    }

    @Test
    void only_three_actions_are_negations_of_another() {
        assertThat(AssertAction.values())
                .filteredOn(AssertAction::isNegation)
                .containsExactly(AssertAction.NOT_EQUALS, AssertAction.NOT_CONTAINS, AssertAction.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"order,ORDER", "random,RANDOM"})
    void reads_and_writes_the_order_of_answers(String word, OneOf.Order order) {
        OneOf oneOf = OneOf.builder()
                .order(order)
                .put("responses", new Object[] {Map.of()})
                .build();

        assertThat(oneOf.json()).containsEntry("order", word);
        assertThat(new OneOf(oneOf.json()).order()).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"http,HTTP", "kafka,KAFKA", "rabbitmq,RABBITMQ"})
    void reads_and_writes_the_type_of_a_webhook(String word, Webhook.Type type) {
        Webhook webhook = Webhook.builder().type(type).build();

        assertThat(webhook.json()).containsEntry("type", word);
        assertThat(webhook.type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"on_success,ON_SUCCESS", "on_error,ON_ERROR", "always,ALWAYS"})
    void reads_and_writes_the_trigger_of_a_webhook(String word, Webhook.Trigger trigger) {
        Webhook webhook = Webhook.builder().trigger(trigger).build();

        assertThat(webhook.json()).containsEntry("trigger", word);
        assertThat(webhook.trigger()).isEqualTo(trigger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "badRequest",
                "help",
                "debugInfo",
                "errorInfo",
                "localizedMessage",
                "preconditionFailure",
                "quotaFailure",
                "requestInfo",
                "resourceInfo",
                "retryInfo"
            })
    void knows_the_types_of_grpc_error_details(String type) {
        Response response =
                Response.builder().errorDetails(List.of(Map.of("type", type))).build();

        assertThat(response.errorDetails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unary", "server-stream", "client-stream", "bidirectional"})
    void knows_the_types_of_grpc_methods(String type) {
        GrpcContext grpc =
                GrpcContext.builder().service("S").method("M").methodType(type).build();

        assertThat(grpc.methodType()).isEqualTo(type);
    }
}
