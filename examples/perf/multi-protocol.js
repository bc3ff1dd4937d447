var http = require('mockarty/http');
var grpc = require('mockarty/grpc');
var kafka = require('mockarty/kafka');

var grpcClient = grpc.connect('localhost:4770', { reflect: true, plaintext: true });
var kafkaProducer = kafka.producer({ brokers: ['localhost:9092'] });

module.exports.options = {
    vus: 10,
    duration: '2m',
};

module.exports.default = function () {
    // HTTP: Create order via REST
    var orderRes = http.post('http://localhost:8080/api/orders',
        JSON.stringify({ product: 'widget', qty: 1 }),
        { headers: { 'Content-Type': 'application/json' } }
    );
    check(orderRes, {
        'order created': function (r) { return r.status === 201; },
    });

    // gRPC: Verify inventory via gRPC
    var invRes = grpcClient.invoke('inventory.Service/GetStock', {
        product_id: 'widget',
    });
    check(invRes, {
        'gRPC OK': function (r) { return r.status === 'OK'; },
        'stock available': function (r) { return r.message.quantity > 0; },
    });

    // Kafka: Publish order event
    kafkaProducer.produce({
        topic: 'order-events',
        messages: [{ key: 'widget', value: JSON.stringify({ event: 'order_placed' }) }],
    });
    sleep(1);
};
