"""Dates and times as Indonesians write them; Django's own list also reads the month first.

Words such as "1 Agustus 2024" are read by rakor/lib, not here.
"""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H.i"
DATETIME_FORMAT = "j F Y, H.i"

DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d/%m/%Y"]
TIME_INPUT_FORMATS = ["%H.%M", "%H:%M", "%H.%M.%S", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = [f"{day} {time}" for day in DATE_INPUT_FORMATS for time in TIME_INPUT_FORMATS]
