var http = require('mockarty/http');

var loginDuration = new Trend('login_duration');
var orderSuccess = new Rate('order_success_rate');
var totalOrders = new Counter('total_orders');

module.exports.options = {
    vus: 20,
    duration: '5m',
    thresholds: {
        'login_duration': ['avg < 300', 'p(95) < 1000'],
        'order_success_rate': ['rate > 0.95'],
    },
};

module.exports.default = function () {
    var start = Date.now();
    var res = http.post('https://api.example.com/login',
        JSON.stringify({ user: 'test', pass: 'test' }),
        { headers: { 'Content-Type': 'application/json' } }
    );
    loginDuration.add(Date.now() - start);
    var orderRes = http.post('https://api.example.com/orders',
        JSON.stringify({ item: 'widget' }),
        { headers: { 'Content-Type': 'application/json' } }
    );
    orderSuccess.add(orderRes.status === 201);
    totalOrders.add(1);
    sleep(1);
};
