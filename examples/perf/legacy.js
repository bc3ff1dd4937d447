const res = mk.http.get('https://api.example.com/users');

mk.test('users are listed', () => {
    mk.expect(res.status).to.equal(200);
    mk.expect(res.json()).to.be.an('array');
});
