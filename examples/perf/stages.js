import http from 'k6/http';

export const options = {
    stages: [
        { duration: '30s', target: 20 }, // Ramp up to 20 VUs over 30s
        { duration: '1m', target: 20 }, // Stay at 20 VUs for 1 minute
        { duration: '30s', target: 0 }, // Ramp down to 0 VUs over 30s
    ],
};

export default function () {
    http.get('https://api.example.com/users');
}
