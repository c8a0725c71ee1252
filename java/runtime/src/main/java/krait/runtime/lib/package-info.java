/// Python's modules: the functions of `NAME` are static methods of `NameModule`, under their own
/// names.
package krait.runtime.lib;
