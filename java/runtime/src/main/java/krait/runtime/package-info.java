/// Python's types and exceptions.
///
/// A class of Python's `builtins` is the Java class of the same name in this package. Where
/// `java.lang` has the name already, or it says too little among Java's names, it carries the
/// prefix `Py`: `BaseException` is [PyBaseException], `Exception` is [PyException],
/// `AssertionError` is [PyAssertionError]. `EnvironmentError` and `IOError` are other names of
/// [OSError].
package krait.runtime;
