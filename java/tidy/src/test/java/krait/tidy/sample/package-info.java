/// A small house where every arrow that may not be is there.
package krait.tidy.sample;
