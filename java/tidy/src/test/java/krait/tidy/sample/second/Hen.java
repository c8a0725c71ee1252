package krait.tidy.sample.second;

import java.util.List;
import krait.tidy.sample.first.Egg;

/// The other half.
public record Hen(List<Egg> eggs) {}
