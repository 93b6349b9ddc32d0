"""The pictures of the module, each drawn when called."""

from __future__ import annotations

import math
from io import BytesIO

from maker.drawing import (
    DARK,
    GREY,
    ORANGE,
    PALE_BLUE,
    PALE_GREY,
    PALE_ORANGE,
    PALE_TEAL,
    TEAL,
    WHITE,
    Sketch,
    bars,
)


def cover() -> BytesIO:
    """A village at sunrise with a seedling that grows out of a coin."""
    sketch = Sketch(1200, 760, PALE_ORANGE)
    sketch.circle((860, 300), 150, "#f6c177")
    sketch.shape(
        [(0, 470), (260, 330), (520, 450), (820, 320), (1200, 470), (1200, 760), (0, 760)],
        "#a9d3cb",
    )
    sketch.shape([(0, 560), (400, 470), (800, 560), (1200, 480), (1200, 760), (0, 760)], TEAL)
    for x, y, size, wall in ((150, 500, 110, WHITE), (960, 480, 130, WHITE), (330, 540, 90, WHITE)):
        sketch.box((x, y, x + size, y + size * 0.8), wall, None, 4)
        sketch.shape([(x - 14, y), (x + size / 2, y - size * 0.6), (x + size + 14, y)], ORANGE)
        sketch.box((x + size * 0.38, y + size * 0.3, x + size * 0.62, y + size * 0.8), DARK, None, 3)
    sketch.circle((620, 640), 74, "#f2b04e", DARK)
    sketch.text((620, 642), "Rp", 52, DARK, bold=True)
    sketch.line([(620, 566), (620, 380)], DARK, 9)
    for side in (-1, 1):
        for low, span in ((490, 120), (410, 90)):
            leaf = [
                (620, low),
                (620 + side * span * 0.5, low - 66),
                (620 + side * span, low - 60),
                (620 + side * span * 0.7, low - 8),
            ]
            sketch.shape(leaf, "#3f9c5a" if low > 450 else "#58b673")
    return sketch.png()


def alur() -> BytesIO:
    sketch = Sketch(1200, 300)
    steps = (
        ("BAB II", "Menemukan\npeluang"),
        ("BAB III", "Merencana dan\nmenghitung"),
        ("BAB IV", "Mengelola dan\nmemasarkan"),
        ("BAB V", "Bertindak tiga\nbulan pertama"),
    )
    for index, (label, words) in enumerate(steps):
        x = 20 + index * 296
        sketch.box((x, 60, x + 250, 240), (PALE_TEAL, PALE_BLUE, PALE_ORANGE, PALE_GREY)[index])
        sketch.text((x + 125, 100), label, 26, TEAL, bold=True)
        sketch.text((x + 125, 172), words, 26)
        if index < 3:
            sketch.arrow([(x + 252, 150), (x + 294, 150)], ORANGE, 6)
    return sketch.png()


def siklus() -> BytesIO:
    sketch = Sketch(1100, 800)
    words = (
        "Masalah warga:\npisang murah\ndan terbuang",
        "Produk:\nkeripik pisang",
        "Penjualan:\nwarung dan\nkantor desa",
        "Laba:\ndicatat dan\ndibagi",
        "Manfaat:\nharga layak,\npekerjaan ibu",
    )
    fills = (PALE_GREY, PALE_TEAL, PALE_BLUE, PALE_ORANGE, "#e6f3e0")
    centre, radius = (550, 405), 290
    spots = [math.radians(-90 + 72 * index) for index in range(5)]
    for angle in spots:
        ends = [angle + math.radians(turn) for turn in range(27, 47, 3)]
        path = [(centre[0] + 1.18 * radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in ends]
        sketch.arrow(path, ORANGE, 7)
    for angle, text, fill in zip(spots, words, fills, strict=True):
        x = centre[0] + 1.18 * radius * math.cos(angle)
        y = centre[1] + radius * math.sin(angle)
        sketch.box((x - 130, y - 72, x + 130, y + 72), fill)
        sketch.text((x, y), text, 26)
    sketch.text(centre, "Usaha sosial\nterus berputar", 32, TEAL, bold=True)
    return sketch.png()


def lingkaran() -> BytesIO:
    sketch = Sketch(1000, 820)
    for centre, colour in (((500, 290), TEAL), ((370, 510), ORANGE), ((630, 510), "#5b8fc9")):
        sketch.blend(centre, 260, colour, 105)
    sketch.text((500, 150), "DIBUTUHKAN\nwarga mau membeli", 28, bold=True)
    sketch.text((245, 600), "BISA\nmodal dan\nkeahlian ada", 28, bold=True)
    sketch.text((755, 600), "MENGUNTUNGKAN\nhasil lebih besar\ndari biaya", 28, bold=True)
    sketch.text((345, 375), "Kegiatan\namal", 26)
    sketch.text((655, 375), "Angan-\nangan", 26)
    sketch.circle((500, 440), 82, WHITE, DARK)
    sketch.text((500, 440), "PELUANG\nBAIK", 28, DARK, bold=True)
    return sketch.png()


def kanvas() -> BytesIO:
    sketch = Sketch(1300, 800)
    cells = (
        ((20, 20, 266, 520), "8. Mitra", "Siapa yang\nmembantu?", PALE_GREY),
        ((274, 20, 520, 266), "7. Kegiatan utama", "Apa yang harus\ndikerjakan?", PALE_BLUE),
        ((274, 274, 520, 520), "6. Sumber daya", "Apa yang sudah\ndimiliki?", PALE_BLUE),
        (
            (528, 20, 774, 520),
            "2. Nilai",
            "Apa yang kita\ntawarkan?\n\nManfaat apa\nbagi warga?",
            PALE_ORANGE,
        ),
        ((782, 20, 1028, 266), "4. Hubungan", "Bagaimana\nmenjaga\npelanggan?", PALE_TEAL),
        ((782, 274, 1028, 520), "3. Saluran", "Lewat mana\nproduk dijual?", PALE_TEAL),
        (
            (1036, 20, 1282, 520),
            "1. Pelanggan",
            "Siapa yang\nmembeli?\n\nApa\nkesulitannya?",
            PALE_TEAL,
        ),
        ((20, 530, 646, 780), "9. Biaya", "Uang keluar untuk apa saja?", PALE_GREY),
        ((656, 530, 1282, 780), "5. Pendapatan", "Uang masuk dari mana?", "#e6f3e0"),
    )
    for (x0, y0, x1, y1), title, question, fill in cells:
        sketch.box((x0, y0, x1, y1), fill, DARK, 8)
        sketch.text(((x0 + x1) / 2, y0 + 38), title, 26, TEAL, bold=True)
        sketch.text(((x0 + x1) / 2, (y0 + y1) / 2 + 24), question, 25)
    return sketch.png()


def impas() -> BytesIO:
    """Sales (14 thousand a packet) and costs (600 + 9 thousand a packet), in thousands."""
    sketch = Sketch(1200, 760)
    left, top, right, bottom = 150, 60, 1130, 640

    def at(packets: float, thousands: float) -> tuple[float, float]:
        return (left + packets / 300 * (right - left), bottom - thousands / 4200 * (bottom - top))

    for amount in range(0, 4201, 1000):
        sketch.line([at(0, amount), at(300, amount)], "#d5dbdf" if amount else DARK, 2)
        mark = str(amount // 1000)
        sketch.text((left - 16, at(0, amount)[1]), mark, 22, GREY, anchor="rm")
    for packets in range(0, 301, 60):
        sketch.text((at(packets, 0)[0], bottom + 28), str(packets), 22, GREY)
    sketch.line([at(0, 0), at(300, 4200)], TEAL, 6)
    sketch.line([at(0, 600), at(300, 3300)], ORANGE, 6)
    sketch.line([at(120, 0), at(120, 1680)], DARK, 2)
    sketch.circle(at(120, 1680), 12, DARK)
    sketch.text((at(120, 1680)[0] - 20, at(0, 2150)[1]), "Titik impas\n120 bungkus", 26, bold=True)
    sketch.text((860, 140), "Penjualan", 28, TEAL, bold=True)
    sketch.text((1020, 330), "Seluruh biaya", 28, ORANGE, bold=True)
    sketch.text((212, 566), "Rugi", 22, GREY)
    sketch.text((1065, 160), "Laba", 26, GREY)
    sketch.text((640, 720), "Jumlah bungkus terjual dalam sebulan", 24)
    sketch.text((20, 26), "Rupiah (juta)", 24, anchor="lm")
    return sketch.png()


def dompet() -> BytesIO:
    sketch = Sketch(1300, 560)
    sketch.box((40, 60, 520, 500), PALE_TEAL)
    sketch.text((280, 105), "DOMPET USAHA", 30, TEAL, bold=True)
    sketch.text((280, 200), "Masuk: hasil penjualan", 27)
    sketch.text((280, 290), "Keluar: bahan, kemasan,\nlistrik, bensin, upah", 27)
    sketch.text((280, 410), "Catatan: buku kas usaha", 27)
    sketch.box((780, 60, 1260, 500), PALE_ORANGE)
    sketch.text((1020, 105), "DOMPET RUMAH TANGGA", 30, "#a8621a", bold=True)
    sketch.text((1020, 200), "Masuk: upah dan\npenghasilan pasangan", 27)
    sketch.text((1020, 305), "Keluar: beras, sekolah,\nkesehatan, tabungan", 27)
    sketch.text((1020, 410), "Catatan: buku belanja", 27)
    sketch.arrow([(530, 230), (770, 230)], DARK, 8)
    sketch.text((650, 185), "UPAH TETAP", 26, bold=True)
    sketch.arrow([(770, 370), (530, 370)], GREY, 5)
    sketch.text((650, 420), "pinjaman dicatat\ndan dikembalikan", 23, GREY)
    return sketch.png()


def penjualan() -> BytesIO:
    sketch = Sketch(1200, 640)
    months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun"]
    bars(sketch, (120, 90, 1160, 540), months, [180, 190, 200, 260, 340, 400], 400, "Bungkus")
    sketch.line([(640, 34), (640, 540)], ORANGE, 3)
    sketch.text((660, 54), "Promosi lewat ponsel dimulai", 24, ORANGE, bold=True, anchor="lm")
    return sketch.png()


def tangga() -> BytesIO:
    sketch = Sketch(1200, 620)
    steps = (
        ("1. NIB", "identitas usaha,\ndiurus di OSS", PALE_BLUE),
        ("2. SPP-IRT", "keamanan pangan,\ndinas kesehatan", PALE_TEAL),
        ("3. Halal", "bahan dan proses,\nBPJPH", PALE_ORANGE),
        ("Pasar lebih luas", "toko oleh-oleh,\npengadaan, KUR", "#e6f3e0"),
    )
    for index, (title, words, fill) in enumerate(steps):
        x, y = 30 + index * 288, 430 - index * 120
        sketch.box((x, y, x + 276, 590), fill, DARK, 8)
        sketch.text((x + 138, y + 42), title, 29, TEAL, bold=True)
        sketch.text((x + 138, y + 106), words, 25)
    sketch.arrow([(60, 340), (560, 120)], ORANGE, 7)
    return sketch.png()


PICTURES = {
    "cover": cover,
    "alur": alur,
    "siklus": siklus,
    "lingkaran": lingkaran,
    "kanvas": kanvas,
    "impas": impas,
    "dompet": dompet,
    "penjualan": penjualan,
    "tangga": tangga,
}
