"""Pictures, drawings and formulas that are shown as they stand."""
