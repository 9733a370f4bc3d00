"""Known faults, one at a time: each function here breaks a good declaration in one way that a clerk would recognise.

The modules are named after what they break; ``damages`` in the folder above puts them together.
"""
