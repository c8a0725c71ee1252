/// The rules of the house, as tests: what may use what, and how files look. Each rule has a test
/// that shows a bad sample being found.
@NullMarked
package krait.tidy;

import org.jspecify.annotations.NullMarked;
