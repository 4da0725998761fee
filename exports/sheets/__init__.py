"""Spreadsheets in and out: CSV and XLSX become tables of cells, and tables become files in which nothing runs."""
