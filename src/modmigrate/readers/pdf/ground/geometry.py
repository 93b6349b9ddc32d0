"""Matrices and rectangles, as paths and forms need them."""

from __future__ import annotations

from .page import Box

Matrix = tuple[float, float, float, float, float, float]


def box_of(a: tuple[float, float], b: tuple[float, float]) -> Box:
    """The rectangle with these corners."""
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def around(boxes: list[Box]) -> Box:
    """The smallest rectangle around all."""
    out = boxes[0]
    for box in boxes[1:]:
        out = out.joined(box)
    return out


def is_rectangle(lines: list[Box], box: Box) -> bool:
    """Whether a path's strokes run around its box."""
    return len(lines) in (3, 4, 5) and all(
        min(abs(line.x0 - box.x0), abs(line.x0 - box.x1)) < 1.5 or line.width > 1.0 for line in lines
    )


def product(a: Matrix, b: Matrix) -> Matrix:
    """The matrix that does what `a` does, then what `b` does (ISO 32000-1, 8.3.4)."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
