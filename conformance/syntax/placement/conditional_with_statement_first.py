x = return if y else 1
