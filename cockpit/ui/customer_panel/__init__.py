"""All that is known of one customer, beside the phone."""
