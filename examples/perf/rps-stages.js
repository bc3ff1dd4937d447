import http from 'k6/http';

export const options = {
    maxVUs: 100,
    stages: [
        { duration: '30s', targetRPS: 50 }, // Ramp to 50 req/s
        { duration: '1m', targetRPS: 200 }, // Ramp to 200 req/s
        { duration: '30s', targetRPS: 0 }, // Ramp down
    ],
};

export default function () {
    http.get('https://api.example.com/users');
}
