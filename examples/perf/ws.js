var ws = require('mockarty/ws');

module.exports.default = function () {
    var conn = ws.connect('ws://localhost:8080/ws', {
        headers: { 'Authorization': 'Bearer token' },
    });

    // Send a message
    conn.send(JSON.stringify({ type: 'subscribe', channel: 'orders' }));

    // Send binary data
    conn.sendBinary('raw binary data');

    // Receive a message (optional timeout in seconds, default 30)
    var msg = conn.receive(5);
    check(msg, {
        'received message': function (m) { return m.length > 0; },
    });
    conn.close();
};
