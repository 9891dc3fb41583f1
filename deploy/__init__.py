"""From a bare machine to a served Rakor: start.py (before the libraries are there), then serve.py."""
