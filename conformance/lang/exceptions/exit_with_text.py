import sys

print("about to fail")
sys.exit("fatal: nothing to do")
