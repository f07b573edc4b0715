"""Setting a customer's next contact from anywhere."""
