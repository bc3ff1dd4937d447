import http from 'k6/http';
import { check } from 'k6';

export default function () {
    const res = http.get(__ENV.MOCKARTY_URL + '/stock/' + __ITER);
    check(res, { 'there is some left': (r) => r.json().left > 0 });
}
