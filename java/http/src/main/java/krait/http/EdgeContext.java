package krait.http;

import krait.base.Limits;

/// What all connections of an edge share.
record EdgeContext(
        Limits limits,
        TrustedProxies trusted,
        String serverHeader,
        Dispatcher root,
        AccessLog accessLog) {

    /// Without an access log no record is made, and no clock is read.
    boolean logsAccess() {
        return !accessLog.equals(AccessLog.NONE);
    }
}
