"""The pictures of the module, each drawn when called."""

from __future__ import annotations

from io import BytesIO

from maker.drawing import (
    DARK,
    GREY,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    PALE_TEAL,
    TEAL,
    WHITE,
    Sketch,
    bars,
)


def cover() -> BytesIO:
    """An open cash book, a pencil and a stack of coins."""
    sketch = Sketch(1000, 560, PALE_BLUE)
    sketch.box((110, 90, 450, 470), WHITE, DARK, 10)
    sketch.box((450, 90, 790, 470), WHITE, DARK, 10)
    for row in range(6):
        y = 160 + row * 48
        sketch.line([(140, y), (420, y)], "#c9d6df", 3)
        sketch.line([(480, y), (760, y)], "#c9d6df", 3)
    sketch.line([(620, 110), (620, 450)], "#c9d6df", 3)
    sketch.text((280, 122), "Masuk", 28, TEAL, bold=True)
    sketch.text((620, 122), "Keluar", 28, ORANGE, bold=True)
    for step in range(5):
        sketch.box((810, 410 - step * 44, 960, 460 - step * 44), "#f2b04e", DARK, 20)
    sketch.text((885, 258), "Rp", 26, DARK, bold=True)
    sketch.line([(520, 430), (720, 240)], ORANGE, 16)
    sketch.shape([(505, 446), (532, 440), (514, 420)], DARK)
    return sketch.png()


def aliran() -> BytesIO:
    sketch = Sketch(1200, 520)
    boxes = (
        ((30, 190, 250, 330), "Pelanggan", PALE_BLUE),
        ((430, 150, 730, 370), "DOMPET USAHA", PALE_TEAL),
        ((910, 150, 1180, 370), "DOMPET\nKELUARGA", PALE_ORANGE),
        ((430, 440, 730, 510), "Bahan, gas, upah", "#eef1f3"),
        ((430, 10, 730, 80), "Dana cadangan", "#eef1f3"),
    )
    for area, words, fill in boxes:
        sketch.box(area, fill)
        middle = ((area[0] + area[2]) / 2, (area[1] + area[3]) / 2)
        sketch.text(middle, words, 28, bold=words.startswith("DOMPET"))
    sketch.arrow([(255, 260), (424, 260)], TEAL, 7)
    sketch.text((338, 226), "penjualan", 24)
    sketch.arrow([(735, 260), (904, 260)], ORANGE, 7)
    sketch.text((818, 226), "gaji pemilik", 24)
    sketch.arrow([(580, 376), (580, 434)], GREY, 6)
    sketch.arrow([(580, 144), (580, 86)], GREY, 6)
    return sketch.png()


def laba() -> BytesIO:
    sketch = Sketch(1100, 560)
    months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun"]
    bars(sketch, (110, 80, 1060, 470), months, [620, 700, 680, 850, 940, 1000], 1000, "Ribu rupiah")
    return sketch.png()


def pinjaman() -> BytesIO:
    sketch = Sketch(1000, 560)
    labels = ["Pokok pinjaman", "Koperasi", "Rentenir"]
    bars(sketch, (110, 80, 960, 470), labels, [3, 3.3, 6], 6, "Juta rupiah", ORANGE)
    return sketch.png()


PICTURES = {"cover": cover, "aliran": aliran, "laba": laba, "pinjaman": pinjaman}
