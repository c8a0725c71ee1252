from sys import maxint
