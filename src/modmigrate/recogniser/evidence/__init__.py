"""Evidence, weighed: a score is the sum of weight × evidence, nowhere else. Weights are data with a fixed sign."""
