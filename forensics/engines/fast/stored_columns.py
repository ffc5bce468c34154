"""What the encoder of Parquet's pages is told of a column, and tells of its pages: numbers, in these orders."""

NUMBER, TRUTH, TEXT, WORD, NUMBERS, TEXTS = range(6)
"""Kinds of columns: numbers, truths, texts, texts of a dictionary, lists of numbers, lists of texts."""
PLAIN, DELTA, IN_POOL = 0, 5, 8
"""Encodings, by their numbers in the format."""
OF_COLUMN = 16
"""Numbers of a column: its kind, its rows, and how many of them have a value; where they begin in its buffers, and the addresses
of these, 0 for none: the bitmap of what is there, the values or offsets, the data; the same of its dictionary, behind the rows of
that; and of what its lists hold."""
OF_PAGES = 8
"""Numbers of its pages: where the dictionary's body begins, where the values' begins and ends; its levels, and how many of them
have a value; the encoding; the least and the greatest number."""
