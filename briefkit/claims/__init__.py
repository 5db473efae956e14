"""What a brief claims: its sentences and table rows, what each rests on, and where on the page its sources are cited."""
