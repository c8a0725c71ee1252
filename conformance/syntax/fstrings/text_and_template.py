x = "b" t"{a}"
