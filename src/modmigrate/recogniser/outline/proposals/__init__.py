"""The ways in which documents are divided into chapters, a file for each."""
