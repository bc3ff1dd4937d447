import http from 'k6/http';

export const options = {
    vus: 100,
    duration: '10m',
    abortCriteria: [
        {
            name: 'High error rate',
            metric: 'http_req_failed',
            stat: 'rate',
            condition: '>',
            value: 0.5,
            duration: '30s', // Must sustain for 30s before aborting
            enabled: true,
        },
        {
            name: 'Latency spike',
            metric: 'http_req_duration',
            stat: 'p95',
            condition: '>',
            value: 5000, // p95 > 5 seconds
            duration: '1m',
            enabled: true,
        },
    ],
};

export default function () {
    http.get('https://api.example.com/users');
}
