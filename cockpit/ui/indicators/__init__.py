"""The indicators' screen: one filter for all pages, figures that open the customers behind them."""
