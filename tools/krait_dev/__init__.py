"""What the `krait` launcher of a source checkout needs beyond starting Java: build, wheel, tests.

Standard library only: it runs with whatever Python 3.10 or newer the machine has.
"""
