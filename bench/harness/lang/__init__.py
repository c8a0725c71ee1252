"""`krait bench lang`: whole programs and loops, compiled and interpreted."""
