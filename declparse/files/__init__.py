"""Files and folders of the machine: what is read, written, found, and excluded by patterns."""
