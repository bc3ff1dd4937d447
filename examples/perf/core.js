var http = require('mockarty/http');
var core = require('mockarty/core');

module.exports.default = function () {
    var response = http.get('https://api.example.com/users');

    // Check — validate a value against named assertions
    core.check(response, {
        'status is 200': function (r) { return r.status === 200; },
    });

    // Sleep — pause execution for N seconds
    core.sleep(1.5);

    // Group — organize checks and requests into named groups
    core.group('user login flow', function () {
        // requests and checks inside the group
    });

    // Fail — immediately abort this iteration
    core.fail('Unexpected response');
};
