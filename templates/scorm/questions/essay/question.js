// Answer: the text, packed. Never marked.
types.essay = writtenAnswer;
