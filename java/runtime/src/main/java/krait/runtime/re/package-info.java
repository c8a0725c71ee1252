/// Regular expressions with the syntax and the semantics of CPython's `re`.
///
/// A pattern becomes a tree ([Node]), the tree a [Program] of int opcodes, and [Matcher] runs that
/// on code points with a stack of its own, so that no subject is too long for it.
package krait.runtime.re;
