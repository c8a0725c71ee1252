x = "a"b"c"
