# coding: latin-9000
name = "Zoe"
