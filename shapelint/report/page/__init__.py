"""Parts of the HTML page."""
