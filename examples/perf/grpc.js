var grpc = require('mockarty/grpc');

module.exports.default = function () {
    // Connect with reflection (discovers services automatically)
    var client = grpc.connect('localhost:4770', {
        reflect: true,
        plaintext: true,
    });

    // Invoke a unary RPC
    var res = client.invoke('mypackage.UserService/GetUser', {
        user_id: '123',
    }, {
        headers: { 'authorization': 'Bearer token123' },
    });
    check(res, {
        'gRPC status OK': function (r) { return r.status === 'OK'; },
        'has user name': function (r) { return r.message.name !== ''; },
    });

    // Timings available
    // res.timings.duration — request duration in ms
    client.close();
};
