"""Flat diagrams with Pillow, drawn at double size and saved as small palette PNGs."""

from __future__ import annotations

import math
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SCALE = 2
Point = tuple[float, float]
Box = tuple[float, float, float, float]

DARK, TEAL, ORANGE, GREY = "#1f3b4d", "#1b7f79", "#e08e2b", "#7b8a93"
PALE_TEAL, PALE_ORANGE, PALE_BLUE, PALE_GREY = "#dff1ee", "#fdeed8", "#e1ecf7", "#eef1f3"
WHITE = "#ffffff"


class Sketch:
    """A picture of the given size in pixels; all coordinates are in these pixels."""

    def __init__(self, width: int, height: int, background: str = WHITE) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), background)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, area: Box, fill: str = WHITE, line: str | None = DARK, radius: int = 14) -> None:
        self.pen.rounded_rectangle(_big(area), radius * SCALE, fill, line, 3 * SCALE)

    def circle(self, centre: Point, radius: float, fill: str, line: str | None = None) -> None:
        x, y = centre
        area = _big((x - radius, y - radius, x + radius, y + radius))
        self.pen.ellipse(area, fill, line, 3 * SCALE)

    def shape(self, points: list[Point], fill: str) -> None:
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill)

    def line(self, points: list[Point], colour: str = DARK, width: int = 4) -> None:
        path = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(path, colour, width * SCALE, joint="curve")

    def arrow(self, points: list[Point], colour: str = DARK, width: int = 5) -> None:
        """A line through the points with a head at the last one."""
        (x0, y0), (x1, y1) = points[-2:]
        angle, head = math.atan2(y1 - y0, x1 - x0), 10 + 2.4 * width
        back = (x1 - 0.8 * head * math.cos(angle), y1 - 0.8 * head * math.sin(angle))
        self.line([*points[:-1], back], colour, width)
        wings = [(x1 - head * math.cos(angle + turn), y1 - head * math.sin(angle + turn)) for turn in (0.45, -0.45)]
        self.shape([(x1, y1), *wings], colour)

    def text(
        self,
        at: Point,
        words: str,
        size: int = 24,
        colour: str = DARK,
        bold: bool = False,
        anchor: str = "mm",
    ) -> None:
        """Lines of text around (or, by Pillow's anchor, from) a point."""
        font = ImageFont.load_default(size * SCALE)
        lines = words.split("\n")
        step = size * 1.28
        top = at[1] - step * (len(lines) - 1) / 2
        for row, words_ in enumerate(lines):
            place = (at[0] * SCALE, (top + row * step) * SCALE)
            stroke = size * SCALE / 36 if bold else 0
            self.pen.text(place, words_, colour, font, anchor, stroke_width=stroke)

    def blend(self, centre: Point, radius: float, colour: str, share: int = 110) -> None:
        """A half-transparent circle, for circles that overlap."""
        mask = Image.new("L", self.image.size, 0)
        x, y = centre
        area = _big((x - radius, y - radius, x + radius, y + radius))
        ImageDraw.Draw(mask).ellipse(area, share)
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask)

    def png(self) -> BytesIO:
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        flat = small.quantize(32, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
        out = BytesIO()
        flat.save(out, "PNG", optimize=True)
        out.seek(0)
        return out


def _big(area: Box) -> list[float]:
    return [value * SCALE for value in area]


def bars(
    sketch: Sketch,
    area: Box,
    labels: list[str],
    values: list[float],
    top: float,
    unit: str,
    colour: str = TEAL,
) -> None:
    """A bar chart inside an area, with a value above each bar."""
    left, upper, right, lower = area
    for part in range(5):
        y = lower - (lower - upper) * part / 4
        sketch.line([(left, y), (right, y)], "#d5dbdf" if part else DARK, 2)
        mark = f"{top * part / 4:g}".replace(".", ",")
        sketch.text((left - 14, y), mark, 20, GREY, anchor="rm")
    sketch.text((left - 10, upper - 36), unit, 20, GREY, anchor="lm")
    step = (right - left) / len(values)
    for index, (label, value) in enumerate(zip(labels, values, strict=True)):
        x = left + step * (index + 0.5)
        y = lower - (lower - upper) * value / top
        sketch.box((x - step * 0.28, y, x + step * 0.28, lower), colour, None, 4)
        sketch.text((x, y - 18), f"{value:g}".replace(".", ","), 22, DARK, bold=True)
        sketch.text((x, lower + 26), label, 21)
