var http = require('mockarty/http');

module.exports.default = function () {
    var url = 'https://api.example.com/users/42';
    var body = JSON.stringify({ name: 'Alice' });
    var params = { headers: { 'Content-Type': 'application/json' } };

    // GET request
    var res = http.get('https://api.example.com/users');

    // POST with JSON body and headers
    var res = http.post('https://api.example.com/users',
        JSON.stringify({ name: 'Alice', email: 'alice@example.com' }),
        { headers: { 'Content-Type': 'application/json' } }
    );

    // Other methods
    http.put(url, body, params);
    http.patch(url, body, params);
    http.del(url, params);
    http.head(url, params);
    http.options(url, params);
    http.request('CUSTOM_METHOD', url, body, params);

    check(res, { 'user created': function (r) { return r.status === 201 && r.json().name === 'Alice'; } });
};
