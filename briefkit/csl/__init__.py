"""Any style of the Citation Style Language: references as CSL JSON, style files, and what pandoc's citeproc makes of them."""
