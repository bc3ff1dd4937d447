var http = require('mockarty/http');

module.exports.options = {
    vus: 10,
    duration: '30s',
};

module.exports.default = function () {
    var res = http.get('https://api.example.com/users');
    check(res, {
        'status is 200': function (r) { return r.status === 200; },
        'response time < 500ms': function (r) { return r.timings.duration < 500; },
    });
    sleep(1);
};
