"""Pages: a brief, its problems and the look of the project to HTML, for screens and for the printer."""
