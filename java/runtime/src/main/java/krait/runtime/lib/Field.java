package krait.runtime.lib;

import krait.runtime.PyClass;
import krait.runtime.PyObject;

/// `dataclasses.Field`: what a dataclass knows of one of its fields.
@PyClass(module = "dataclasses", name = "Field")
public record Field(CharSequence name, boolean init, boolean repr, boolean compare, boolean kw_only)
        implements PyObject {}
