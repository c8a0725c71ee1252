package krait.runtime;

/// What `__exit__` is given as the traceback: an object, or None where nothing was raised.
@PyClass(name = "traceback")
public final class PyTraceback implements PyObject {}
