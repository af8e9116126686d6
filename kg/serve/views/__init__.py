"""What each page shows, as plain values: the same values give the page and its JSON."""
