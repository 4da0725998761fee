"""The command line, a headless twin of the screens: one module per group of commands.

Modules import models and services inside the functions that use them, so that `sscb --help`, completion in a shell
and `sscb --version` answer at once.
"""
