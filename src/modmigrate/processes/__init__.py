"""Processes of ours: how they are ended, how they end their children, and how much work one file may take."""
