import graphql from 'mockarty/graphql';
import { check } from 'k6';

export default function () {
    const res = graphql.query('http://localhost:8080/graphql',
        'query Product($id: ID!) { product(id: $id) { id name } }',
        { id: 'prod-001' }
    );
    check(res, {
        'no errors': (r) => !r.errors,
        'has the product': (r) => r.data.product.id === 'prod-001',
    });
}
