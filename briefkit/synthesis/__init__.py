"""Evidence synthesis: pure arithmetic on numbers of studies, each formula with its published source."""
