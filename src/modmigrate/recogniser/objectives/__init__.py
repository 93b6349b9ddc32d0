"""Objectives, under the headings, labels and sentences that announce them."""
