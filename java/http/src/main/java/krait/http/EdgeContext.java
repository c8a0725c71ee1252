package krait.http;

import krait.base.Limits;

/// What all connections of an edge share.
record EdgeContext(
        Limits limits,
        TrustedProxies trusted,
        String serverHeader,
        boolean durations,
        Dispatcher root,
        AccessLog accessLog) {

    /// Without an access log and without durations no clock is read.
    boolean timesRequests() {
        return durations || logsAccess();
    }

    /// Without an access log no record is made.
    boolean logsAccess() {
        return !accessLog.equals(AccessLog.NONE);
    }
}
