"""What pages are made of: a frame in, a figure or escaped HTML out."""
