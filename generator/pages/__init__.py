"""One folder per kind of page: the view, its template, its tables."""
