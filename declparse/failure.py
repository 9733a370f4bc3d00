"""The root of all failures of the tool. What is wrong with a document is a finding, never a failure."""


class Failure(Exception):  # noqa: N818 - it is the word of the trade here
    """The work could not be done. The message is one sentence for people; the command line ends with 2."""
