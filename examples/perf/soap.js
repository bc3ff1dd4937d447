var soap = require('mockarty/soap');

module.exports.default = function () {
    var res = soap.call('http://localhost:8080/soap', {
        action: 'GetWeather',
        body: '<GetWeatherRequest><City>London</City></GetWeatherRequest>',
        headers: {
            'X-Custom': 'value',
        },
    });
    check(res, {
        'SOAP status 200': function (r) { return r.status === 200; },
        'has body': function (r) { return r.body.length > 0; },
    });
};
