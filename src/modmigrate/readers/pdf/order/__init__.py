"""In which order things on a page are read: columns, boxes, turned text."""
