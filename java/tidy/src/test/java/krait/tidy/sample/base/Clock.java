package krait.tidy.sample.base;

import com.tngtech.archunit.lang.ArchRule;

/// The lowest room leans on a library.
public record Clock(ArchRule rule) {}
