#!/usr/bin/python
# coding=martian
x = 1
