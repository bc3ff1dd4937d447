import http from 'k6/http';

export const options = {
    stages: [
        { duration: '2m', target: 50 }, // Warm up
        { duration: '3m', target: 200 }, // Ramp to peak
        { duration: '5m', target: 200 }, // Sustain peak
        { duration: '2m', target: 50 }, // Ramp down
        { duration: '1m', target: 0 }, // Cool down
    ],
    thresholds: {
        'http_req_duration': ['p(95) < 1000'],
        'http_req_failed': ['rate < 0.05'],
    },
};

export default function () {
    http.get('https://api.example.com/users');
}
