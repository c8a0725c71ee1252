/// Calendar and text formats behind the module `datetime`.
package krait.runtime.datetime;
