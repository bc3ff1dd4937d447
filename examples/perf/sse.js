var sse = require('mockarty/sse');

module.exports.default = function () {
    // Connect and collect events
    var events = sse.connect('http://localhost:8080/events', {
        timeout: '10s', // Connection timeout
        limit: 5, // Max events to collect (0 = unlimited until timeout)
        headers: {
            'Authorization': 'Bearer token',
        },
    });
    check(events, {
        'received events': function (e) { return e.length > 0; },
        'first event has data': function (e) { return e[0].data !== ''; },
    });

    // Each event object: { id, event, data, retry }
};
