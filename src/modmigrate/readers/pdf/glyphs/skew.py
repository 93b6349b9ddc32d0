"""Scans that lie a little aslant, put straight: columns and rows are told by lines that run level.

Of all small slopes, the one is taken along which the rows of ink are sharpest. Columns of pixels are moved up or down,
then rows to the side: over the few degrees by which a sheet is fed askew this is as good as a turn.
"""

from __future__ import annotations

from typing import Any

MOST = 0.06
"""The steepest slope: about three and a half degrees."""
STEPS = 49
COARSE = 4
"""Every so manieth pixel is enough to see rows by."""
LEAST = 0.002
DARK = 128


def straightened(picture: Any, numpy: Any) -> Any:
    """The picture (rows of columns of colours) with its lines level; the same one if they are."""
    ink = picture[::COARSE, ::COARSE].min(axis=2) < DARK
    slope = max(numpy.linspace(-MOST, MOST, STEPS).tolist(), key=lambda s: (_sharpness(ink, s, numpy), -abs(s)))
    if abs(slope) < LEAST:
        return picture
    level = picture[_rows(picture.shape, slope, numpy), numpy.arange(picture.shape[1])]
    columns = _rows(picture.shape[1::-1], -slope, numpy).T
    return level[numpy.arange(picture.shape[0])[:, None], columns]


def _sharpness(ink: Any, slope: float, numpy: Any) -> float:
    rows = ink[_rows(ink.shape, slope, numpy), numpy.arange(ink.shape[1])].sum(axis=1)
    return float((numpy.diff(rows.astype(float)) ** 2).sum())


def _rows(shape: tuple[int, ...], slope: float, numpy: Any) -> Any:
    """For each place of a straight picture the row that it comes from; the column, with both sides changed over."""
    height, width = shape[:2]
    shifts = numpy.rint(slope * (numpy.arange(width) - width / 2)).astype(int)
    return (numpy.arange(height)[:, None] + shifts[None, :]).clip(0, height - 1)
