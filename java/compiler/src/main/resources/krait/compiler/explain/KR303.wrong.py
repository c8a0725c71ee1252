count: 3 = 3
