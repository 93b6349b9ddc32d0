"""Small workshop that turns a module's content files into .docx, .pdf and gold file."""
