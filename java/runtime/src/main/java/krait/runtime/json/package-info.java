/// JSON as the module `json` writes and reads it.
package krait.runtime.json;
