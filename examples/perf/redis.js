var redis = require('mockarty/redis');

module.exports.default = function () {
    // Open connection (uses MOCKARTY_REDIS_ADDR env var by default)
    var client = redis.open('redis://localhost:6379/0');

    // String commands
    client.set('user:1:name', 'Alice', 3600); // key, value, ttl_seconds
    var result = client.get('user:1:name'); // { value: "Alice", error: null }
    client.incr('counter');
    client.decr('counter');

    // Hash commands
    client.hset('user:1', 'email', 'alice@example.com');
    var email = client.hget('user:1', 'email');
    var all = client.hgetall('user:1');

    // List commands
    client.lpush('queue', 'item1', 'item2');
    var item = client.rpop('queue');
    var items = client.lrange('queue', 0, -1);

    // Set commands
    client.sadd('tags', 'golang', 'performance');
    var members = client.smembers('tags');
    var exists = client.sismember('tags', 'golang');

    // Sorted set commands
    client.zadd('leaderboard', 100, 'player1');
    var score = client.zscore('leaderboard', 'player1');
    var top = client.zrange('leaderboard', 0, 9);

    // Key management
    client.del('key1', 'key2');
    client.exists('key1');
    client.expire('key1', 3600);
    var ttl = client.ttl('key1');

    check(result, { 'name is kept': function (r) { return r.value === 'Alice' && r.error === null; } });
};
