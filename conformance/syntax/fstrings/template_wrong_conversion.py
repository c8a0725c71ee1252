x = t"{a!q}"
