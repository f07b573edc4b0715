"""The days without calls that a company keeps."""
