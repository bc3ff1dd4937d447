var sql = require('mockarty/sql');

module.exports.default = function () {
    var userId = 1;
    var db = sql.open('postgres', 'postgres://user:pass@localhost:5432/testdb?sslmode=disable');

    // Query (returns array of row objects)
    var users = db.query('SELECT id, name, email FROM users WHERE active = $1 LIMIT $2', [true, 100]);
    check(users, {
        'found users': function (u) { return u.length > 0; },
        'first user has name': function (u) { return u[0].name !== ''; },
    });

    // Execute (returns { rowsAffected: N })
    var result = db.exec('UPDATE users SET last_login = NOW() WHERE id = $1', [users[0].id]);

    // Parameterized queries — pass params as array or variadic args
    db.query('SELECT * FROM orders WHERE user_id = $1 AND status = $2', userId, 'pending');
};
