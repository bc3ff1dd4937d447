const host = __host('MODULE');
const handles = new WeakMap();

export class Client {
    constructor() {
        handles.set(this, host.client());
    }

    load(importPaths, ...files) {
        return handles.get(this).load(importPaths, files);
    }

    loadProtoset(path) {
        return handles.get(this).loadProtoset(String(path));
    }

    connect(address, params) {
        return handles.get(this).connect(String(address), params);
    }

    invoke(url, request, params) {
        return handles.get(this).invoke(String(url), request, params);
    }

    asyncInvoke(url, request, params) {
        return handles.get(this).asyncInvoke(String(url), request, params);
    }

    healthCheck(service, params) {
        return handles.get(this).healthCheck(service, params);
    }

    healthcheck(service, params) {
        return this.healthCheck(service, params);
    }

    close() {
        handles.get(this).close();
    }
}

export class Stream {
    constructor(client, url, params) {
        const connection = handles.get(client);
        if (!(client instanceof Client) || !connection) {
            throw new TypeError('grpc.Stream: the first argument is no Client');
        }
        handles.set(this, connection.stream(String(url), params));
    }

    on(event, handler) {
        handles.get(this).on(String(event), handler);
    }

    write(message) {
        handles.get(this).write(message);
        return true;
    }

    end() {
        handles.get(this).end();
        return true;
    }
}

// The connection is made by the first call, so that a script can be loaded before its server runs.
export function connect(address, params) {
    const client = new Client();
    handles.get(client).open(String(address), params);
    return client;
}

export const StatusOK = 0;
export const StatusCanceled = 1;
export const StatusUnknown = 2;
export const StatusInvalidArgument = 3;
export const StatusDeadlineExceeded = 4;
export const StatusNotFound = 5;
export const StatusAlreadyExists = 6;
export const StatusPermissionDenied = 7;
export const StatusResourceExhausted = 8;
export const StatusFailedPrecondition = 9;
export const StatusAborted = 10;
export const StatusOutOfRange = 11;
export const StatusUnimplemented = 12;
export const StatusInternal = 13;
export const StatusUnavailable = 14;
export const StatusDataLoss = 15;
export const StatusUnauthenticated = 16;

export const HealthCheckUnknown = 0;
export const HealthCheckServing = 1;
export const HealthCheckNotServing = 2;
export const HealthCheckServiceUnknown = 3;

export default {
    Client, Stream, connect,
    StatusOK, StatusCanceled, StatusUnknown, StatusInvalidArgument, StatusDeadlineExceeded, StatusNotFound,
    StatusAlreadyExists, StatusPermissionDenied, StatusResourceExhausted, StatusFailedPrecondition, StatusAborted,
    StatusOutOfRange, StatusUnimplemented, StatusInternal, StatusUnavailable, StatusDataLoss, StatusUnauthenticated,
    HealthCheckUnknown, HealthCheckServing, HealthCheckNotServing, HealthCheckServiceUnknown,
};
