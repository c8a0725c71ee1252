type X[__classdict__] = int
