var data = require('mockarty/data');

// SharedArray runs the factory ONCE, then shares the result across all VUs
var users = data.SharedArray('users', function () {
    return [
        { username: 'alice', password: 'pass123' },
        { username: 'bob', password: 'pass456' },
        { username: 'charlie', password: 'pass789' },
    ];
});

module.exports.default = function () {
    // Access by index (VU-safe, read-only)
    var idx = Math.floor(Math.random() * users.length);
    var user = users.get(idx);
    var http = require('mockarty/http');
    http.post('https://api.example.com/login',
        JSON.stringify(user),
        { headers: { 'Content-Type': 'application/json' } }
    );
};
