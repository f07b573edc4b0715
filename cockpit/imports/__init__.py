"""Files of the ERP, read line by line into records of the domain."""
