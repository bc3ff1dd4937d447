// A recorded session (by WebInspector 537.36) as a load script.
//
// Set these when you run it, as in -e COOKIE_CONSENT=...
//   COOKIE_CONSENT  cookie consent of GET /login
//   PASSWORD        field password of POST /session
//   X_API_KEY       header x-api-key of POST /v1/token
//   PIN             field pin of POST /v1/token
//
// Not repeated from the recording:
//   CORS preflights: 1
//   WebSocket connections (use k6/ws for them): 1
//   static resources: 2
//
// Replaced:
//   me.png: the recording has no content of this file, 16 characters stand in for it

import http from 'k6/http';
import { check, group, sleep } from 'k6';

const BASE_URL = __ENV.BASE_URL || 'https://shop.example';
const API_URL = __ENV.API_URL || 'https://api.shop.example';

export const options = {
  vus: 1,
  duration: '1m',
  thresholds: {
    http_req_failed: ['rate < 0.01'],
    http_req_duration: ['p(95) < 500'],
    checks: ['rate > 0.99'],
  },
};

export default function () {
  const jar = http.cookieJar();
  let csrfToken; // GET /login: hidden field csrf_token
  let accessToken; // POST /v1/token: access\.token
  let userId; // POST /v1/token: user.id
  let orderId; // POST /v1/orders: data.id

  group('/login', () => {
    jar.set(`${BASE_URL}/`, 'consent', __ENV.COOKIE_CONSENT || '');
    const res = http.get(`${BASE_URL}/login?from=%2Fcart`);
    check(res, { 'GET /login is 200': (r) => r.status === 200 });
    csrfToken = res.html('input[name="csrf_token"]').attr('value');
  });

  sleep(4);
  group('My account : Shop', () => {
    let res = http.post(
      `${BASE_URL}/session`,
      { user: 'alice@shop.example', password: __ENV.PASSWORD, csrf_token: csrfToken, tag: ['a', 'b'] },
      { headers: { Origin: BASE_URL } },
    );
    check(res, { 'POST /session is 200': (r) => r.status === 200 });

    res = http.post(
      `${API_URL}/v1/token`,
      JSON.stringify({ grant_type: 'session', device: { name: 'it\'s "mine"', pin: Number(__ENV.PIN) } }),
      {
        headers: {
          'X-Api-Key': __ENV.X_API_KEY,
          Accept: 'application/json',
          'Content-Type': 'application/json',
        },
      },
    );
    check(res, { 'POST /v1/token is 200': (r) => r.status === 200 });
    accessToken = res.json('access\\.token');
    userId = res.json('user.id');
  });

  sleep(2.5);
  group('Order', () => {
    let res = http.post(
      `${API_URL}/v1/orders?currency=EUR`,
      JSON.stringify({
        userId: userId,
        quantity: 77,
        items: [{ sku: 'A-1', price: 9.99 }, { sku: 'B-2', price: 120 }],
        gift: false,
        note: null,
      }),
      {
        headers: {
          Authorization: `Bearer ${accessToken}`,
          'X-Api-Key': __ENV.X_API_KEY,
          'Content-Type': 'application/json; charset=utf-8',
        },
      },
    );
    check(res, { 'POST /v1/orders is 201': (r) => r.status === 201 });
    orderId = res.json('data.id');

    res = http.get(`${API_URL}/v1/orders/${orderId}?expand=items`, {
      headers: { Authorization: `Bearer ${accessToken}` },
      tags: { name: '/v1/orders/{orderId}' },
    });
    check(res, { 'GET /v1/orders/{orderId} is 200': (r) => r.status === 200 });

    res = http.put(
      `${API_URL}/v1/users/${userId}/avatar`,
      { title: 'Me ${and} `you`', file: http.file('x'.repeat(16), 'me.png', 'image/png') },
      { headers: { Authorization: `Bearer ${accessToken}` }, tags: { name: '/v1/users/{userId}/avatar' } },
    );
    check(res, { 'PUT /v1/users/{userId}/avatar is 204': (r) => r.status === 204 });

    sleep(1.5);
    res = http.del(`${API_URL}/v1/orders/${orderId}`, null, {
      headers: { Authorization: `Bearer ${accessToken}` },
      tags: { name: '/v1/orders/{orderId}' },
      responseCallback: http.expectedStatuses(404),
    });
    check(res, { 'DELETE /v1/orders/{orderId} is 404': (r) => r.status === 404 });
  });
}
