x = """one
two \x
three"""
