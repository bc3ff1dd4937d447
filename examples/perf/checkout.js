import http from 'k6/http';
import { check, sleep, group } from 'k6';

const BASE_URL = 'https://api.mystore.com';

export const options = {
    stages: [
        { duration: '1m', target: 25 }, // Warm up
        { duration: '3m', target: 100 }, // Ramp to steady state
        { duration: '5m', target: 100 }, // Sustain load
        { duration: '2m', target: 200 }, // Peak traffic
        { duration: '2m', target: 200 }, // Sustain peak
        { duration: '1m', target: 0 }, // Cool down
    ],
    thresholds: {
        'http_req_duration': ['p(95) < 800', 'p(99) < 2000'],
        'http_req_failed': ['rate < 0.02'],
        'checks': ['rate > 0.98'],
    },
    abortCriteria: [
        {
            name: 'Error rate too high',
            metric: 'http_req_failed',
            stat: 'rate',
            condition: '>',
            value: 0.3,
            duration: '1m',
            enabled: true,
        },
    ],
};

export default function () {
    const headers = { 'Content-Type': 'application/json' };

    // 1. Login
    let token;
    group('login', function () {
        const loginRes = http.post(BASE_URL + '/auth/login',
            JSON.stringify({
                email: 'loadtest-' + Math.floor(Math.random() * 10000) + '@example.com',
                password: 'TestPass123!',
            }),
            { headers: headers }
        );
        check(loginRes, {
            'login status 200': (r) => r.status === 200,
            'login has token': (r) => r.json().token !== undefined,
        });
        token = loginRes.json().token;
    });
    sleep(1);
    const authHeaders = {
        'Content-Type': 'application/json',
        'Authorization': 'Bearer ' + token,
    };

    // 2. Browse products
    group('browse', function () {
        const listRes = http.get(BASE_URL + '/products?page=1&limit=20', {
            headers: authHeaders,
        });
        check(listRes, {
            'products loaded': (r) => r.status === 200,
            'has products': (r) => r.json().items.length > 0,
        });

        // View a random product detail
        const products = listRes.json().items;
        const randomProduct = products[Math.floor(Math.random() * products.length)];
        const detailRes = http.get(BASE_URL + '/products/' + randomProduct.id, {
            headers: authHeaders,
        });
        check(detailRes, {
            'product detail loaded': (r) => r.status === 200,
        });
    });
    sleep(2);

    // 3. Add to cart
    let cartId;
    group('add to cart', function () {
        const cartRes = http.post(BASE_URL + '/cart/items',
            JSON.stringify({
                productId: 'prod-001',
                quantity: 2,
            }),
            { headers: authHeaders }
        );
        check(cartRes, {
            'item added to cart': (r) => r.status === 200 || r.status === 201,
        });
        cartId = cartRes.json().cartId;
    });
    sleep(1);

    // 4. Checkout
    group('checkout', function () {
        const checkoutRes = http.post(BASE_URL + '/checkout',
            JSON.stringify({
                cartId: cartId,
                paymentMethod: 'credit_card',
                shippingAddress: {
                    street: '123 Load Test Ave',
                    city: 'Performance City',
                    zip: '12345',
                },
            }),
            { headers: authHeaders }
        );
        check(checkoutRes, {
            'checkout succeeded': (r) => r.status === 200 || r.status === 201,
            'has order ID': (r) => r.json().orderId !== undefined,
        });
    });
    sleep(3);
}
