"""The windows: widgets that show what the services return, and nothing else."""
