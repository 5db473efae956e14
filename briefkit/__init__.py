"""briefkit turns a base of YAML evidence records into policy briefs that a sceptical reader can check.

Its promise: a brief cannot say what its evidence does not.
"""

__version__ = "0.1.0"
