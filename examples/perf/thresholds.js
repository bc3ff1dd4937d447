import http from 'k6/http';
import { check } from 'k6';
import { Trend } from 'k6/metrics';

const trend = new Trend('my_custom_trend');

export const options = {
    vus: 50,
    duration: '2m',
    thresholds: {
        'http_req_duration': [
            'avg < 200', // Average response time under 200ms
            'p(95) < 500', // 95th percentile under 500ms
            'p(99) < 1000', // 99th percentile under 1s
            'max < 3000', // No request over 3s
        ],
        'http_req_failed': [
            'rate < 0.01', // Less than 1% errors
        ],
        'checks': [
            'rate > 0.95', // 95% of checks pass
        ],
        'iterations': [
            'count > 1000', // At least 1000 iterations completed
        ],
        // Custom metrics work too
        'my_custom_trend': [
            'avg < 100',
            'p(90) < 200',
        ],
    },
};

export default function () {
    const res = http.get('https://api.example.com/users');
    check(res, { 'status is 200': (r) => r.status === 200 });
    trend.add(res.timings.waiting);
}
