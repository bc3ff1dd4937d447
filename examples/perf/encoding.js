var encoding = require('mockarty/encoding');

module.exports.default = function () {
    // JSON
    var obj = encoding.jsonParse('{"name":"Alice"}'); // → { name: "Alice" }
    var str = encoding.jsonStringify({ name: 'Alice' }); // → '{"name":"Alice"}'

    // Base64
    var encoded = encoding.base64Encode('Hello, World!'); // → "SGVsbG8sIFdvcmxkIQ=="
    var decoded = encoding.base64Decode('SGVsbG8sIFdvcmxkIQ=='); // → "Hello, World!"

    check(decoded, { 'decodes what it encodes': function (d) { return d === 'Hello, World!'; } });
};
