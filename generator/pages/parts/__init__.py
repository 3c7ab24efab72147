"""Parts that more than one page shows: gifts and their way, workings, goods, sentences."""
