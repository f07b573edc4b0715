"""What came from the ERP: imports, their rows' results, remembered column mappings."""
