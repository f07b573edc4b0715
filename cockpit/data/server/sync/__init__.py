"""What laptops and those who look after them ask of the server, as functions of its database."""
