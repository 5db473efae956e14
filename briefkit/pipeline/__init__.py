"""The order of the work, from the texts of a project to the files of its output.

    tree --reading--> library --checking--> briefs and problems --building--> pages, PDFs, tables, index, manifest

Pure: the date, the printer and the output that is there already are arguments. A brief that cannot be made does not
stop the others; everything wrong with any of them is in the problems. Each stage is a module of its own, so that a
command loads no more than it needs.
"""
