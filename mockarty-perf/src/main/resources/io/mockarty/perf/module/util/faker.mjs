const faker = __host('mockarty/faker');

export default faker;
