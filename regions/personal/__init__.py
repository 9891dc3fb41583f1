"""What the system holds of one person with an account: given to that person, and taken away (UU 27/2022)."""
