var rabbitmq = require('mockarty/rabbitmq');

module.exports.default = function () {
    var conn = rabbitmq.connect('amqp://guest:guest@localhost:5672/');

    // Publish a message
    conn.publish({
        exchange: '',
        routingKey: 'task_queue',
        body: JSON.stringify({ task: 'process_order', orderId: '12345' }),
        contentType: 'application/json',
    });

    // Consume messages
    var messages = conn.consume({
        queue: 'task_queue',
        limit: 5,
        timeout: '10s',
    });
    check(messages, {
        'received messages': function (m) { return m.length > 0; },
    });

    // Each message: { body, routingKey, exchange, contentType }
    conn.close();
};
