"""The bibliography: reading .bib files and printing what they hold in the two house styles. Home of pybtex."""
