"""What a customer is called on screens, in files and in letters."""

from sqlalchemy import func

from models import Customer

#: The trade name, else the legal one.
SHOWN_NAME = func.coalesce(func.nullif(Customer.trade_name, ""), Customer.legal_name)
