x = ("abc" 1)
