"""What leaves a project for other programs: references as BibTeX and CSL JSON, the whole base as a data package."""
