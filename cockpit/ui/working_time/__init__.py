"""The record of the working time: day by day, corrections, files."""
