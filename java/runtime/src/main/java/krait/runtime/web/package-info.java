/// Web applications of compiled Python: which handler answers a request, with which arguments, and
/// the bytes of its answer. Sans I/O; docs/guide/compiled.md has the rules.
package krait.runtime.web;
