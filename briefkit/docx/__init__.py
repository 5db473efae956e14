"""Word files: the print page of a brief, which the PDF is made from too, to a document that can be edited and sent round.

Nothing is written here that does not stand on that page, so a brief in Word says what its PDF says.
"""
