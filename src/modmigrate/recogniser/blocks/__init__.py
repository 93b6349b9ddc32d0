"""Lines and tables as blocks of the model, inline text in the model's own notation."""
