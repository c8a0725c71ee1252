x = *a, *b; y = *c
