"""The dashboard's figures, reckoned from the rows of lists on a day: pure, and fast for tens of thousands of rows."""
