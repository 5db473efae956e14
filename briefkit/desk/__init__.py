"""The web desk: what people see of their briefs in a browser while they work, served to this machine alone.

    disk.watching --> follow (one thread: look, refresh, build) --> feed --> doors (pages, news) --> the browser

`preview` knows what a project looks like now and nothing of threads or of the web; `doors` is the list of addresses, to
which another desk adds its own; `guard` stands before all of them.
"""
