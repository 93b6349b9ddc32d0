"""What the whole document says of headings that single lines leave open."""
