const host = __host('k6/execution');

const view = (getters) => {
    const object = {};
    for (const name in getters) {
        Object.defineProperty(object, name, { get: getters[name], enumerable: true });
    }
    return object;
};

const tags = new Proxy(
    {},
    {
        get: (target, name) => (typeof name === 'symbol' ? undefined : host.tags()[name]),
        set: (target, name, value) => {
            host.tag(String(name), value);
            return true;
        },
        deleteProperty: (target, name) => {
            host.tag(String(name), null);
            return true;
        },
        has: (target, name) => name in host.tags(),
        ownKeys: () => Object.keys(host.tags()),
        getOwnPropertyDescriptor: (target, name) => {
            const value = host.tags()[name];
            return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true };
        },
    },
);
const metrics = { tags, metadata: {} };
Object.defineProperty(metrics, 'tags', {
    get: () => tags,
    set: (next) => {
        for (const name in next) {
            host.tag(name, next[name]);
        }
    },
});

export const scenario = view({
    name: () => host.scenario(),
    executor: () => host.executor(),
    startTime: () => host.scenarioStart(),
    progress: () => host.progress(),
    iterationInInstance: () => host.iterationInTest(),
    iterationInTest: () => host.iterationInTest(),
});

export const instance = view({
    currentTestRunDuration: () => host.elapsed(),
    iterationsCompleted: () => host.completed(),
    iterationsInterrupted: () => host.interrupted(),
    vusActive: () => host.active(),
    vusInitialized: () => host.ready(),
});

export const vu = view({
    idInInstance: () => host.user(),
    idInTest: () => host.user(),
    iterationInInstance: () => host.iteration(),
    iterationInScenario: () => host.iterationOfScenario(),
    tags: () => tags,
    metrics: () => metrics,
});

let options;
export const test = view({
    options: () => (options ??= host.options()),
    abort: () => (reason) => host.abort(reason === undefined ? 'test aborted' : String(reason)),
    fail: () => (reason) => host.fail(reason === undefined ? 'test marked as failed' : String(reason)),
});

export default { scenario, instance, vu, test };
