"""Pictures as numbers and words for templates: SVG made by the server, no script, a table beside it.

A plot has x in percent and y in pixels, so its text never scales. Nothing here asks the database, and
coordinates leave as text: a number in a template would be written the Indonesian way, with a comma.
"""
