var faker = require('mockarty/faker');

module.exports.default = function () {
    var user = {
        id: faker.uuid(),
        firstName: faker.firstName(),
        lastName: faker.lastName(),
        email: faker.email(),
        username: faker.username(),
        password: faker.password(),
        phone: faker.phoneNumber(),
        ip: faker.ipv4(),
        bio: faker.sentence(),
        registered: faker.rfc3339(),
        creditCard: faker.ccNumber(),
        jwt: faker.jwt(),
    };

    check(user, { 'has an address': function (u) { return u.email.indexOf('@') > 0; } });
};
