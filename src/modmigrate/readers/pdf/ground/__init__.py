"""What every room of the PDF reader stands on: pdfium's calls, the page's frame, the records of words and lines."""
