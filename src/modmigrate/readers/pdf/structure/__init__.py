"""What pages say together: running heads, contents, headings, notes, and blocks that go on over a page's end."""
