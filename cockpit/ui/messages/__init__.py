"""Messages to customers, prepared from templates and read before they leave."""
