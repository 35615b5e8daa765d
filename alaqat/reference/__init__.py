"""Chronologies made elsewhere, compared with the extracted events and never mixed into them."""
