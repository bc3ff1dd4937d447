var mcp = require('mockarty/mcp');

module.exports.default = function () {
    var client = mcp.connect('http://localhost:8910/sse');

    // List available tools
    var tools = client.listTools();

    // Call a tool
    var result = client.callTool('get_weather', {
        city: 'London',
    });
    check(result, {
        'no error': function (r) { return !r.isError; },
        'has content': function (r) { return r.content && r.content.length > 0; },
    });

    // result.content = [{ type: "text", text: "..." }, ...]
    // result.timings.duration — duration in ms
    client.close();
};
