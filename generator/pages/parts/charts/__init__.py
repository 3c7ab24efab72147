"""Bar charts: what is shown, how long each bar is, what the axis and the caption say."""
