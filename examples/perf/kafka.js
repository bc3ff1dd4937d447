var kafka = require('mockarty/kafka');

module.exports.default = function () {
    // Create a producer
    var producer = kafka.producer({
        brokers: ['localhost:9092'],
    });

    // Produce messages
    producer.produce({
        topic: 'orders',
        messages: [
            { key: 'order-1', value: JSON.stringify({ amount: 99.99 }) },
            { key: 'order-2', value: JSON.stringify({ amount: 149.50 }) },
        ],
    });

    // Create a consumer
    var consumer = kafka.consumer({
        brokers: ['localhost:9092'],
        groupId: 'perf-test-group',
    });

    // Consume messages
    var messages = consumer.consume({
        topic: 'orders',
        limit: 10,
        timeout: '5s',
    });
    check(messages, {
        'consumed messages': function (m) { return m.length > 0; },
    });

    // Each message: { key, value, topic, partition, offset }
};
