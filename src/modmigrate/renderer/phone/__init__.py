"""What a phone makes of blocks: how high they stand, and which tables become cards."""
