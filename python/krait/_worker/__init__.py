"""The worker side of the protocol in docs/internals/protocol.md. Private: no part of the API."""
