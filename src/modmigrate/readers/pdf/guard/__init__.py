"""Opening files and sharing out their pages, with bounds for those that pdfium may not survive."""
