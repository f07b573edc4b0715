"""How sellers are told apart who came with an import and have no program of their own."""

#: What their logins begin with. No operating system and no server has a login with a colon: nobody
#: can sign in as one of these.
SELLER_LOGIN = "erp:"
