"""`python -m krait`: the same as the command `krait`."""

from krait._launch import main

main()
