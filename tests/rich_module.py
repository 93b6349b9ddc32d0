"""Modules for looks and access: every aid for reading in Indonesian, then Arabic and Chinese, then one of extremes."""

from __future__ import annotations

from modmigrate.module import (
    Cell,
    Chapter,
    Code,
    Equation,
    Glossary,
    Heading,
    Item,
    List,
    Module,
    Note,
    Objective,
    Objectives,
    Paragraph,
    Table,
    Term,
)
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Short, Task, TrueFalse

P = Paragraph
TEXT = (
    "Laba adalah sisa pendapatan setelah semua biaya dibayar. Omzet dicatat setiap hari supaya arus kas terlihat, "
    "dan keputusan tidak diambil dengan menebak. "
)


def table(*rows: tuple[str, ...], caption: str = "") -> Table:
    return Table(header=1, caption=caption, rows=tuple(tuple(Cell(text=c) for c in row) for row in rows))


def steps(*lines: str) -> List:
    return List(style="steps", items=tuple(Item(text=line) for line in lines))


def objectives(*lines: str, lead: str = "") -> Objectives:
    return Objectives(lead=lead, objectives=tuple(Objective(text=line) for line in lines))


def glossary(*pairs: tuple[str, str]) -> Glossary:
    return Glossary(terms=tuple(Term(term=term, meaning=meaning) for term, meaning in pairs))


PRACTICE = (
    Choice(
        id="q-laba",
        stem="Apa yang dimaksud dengan laba?",
        options=("Seluruh hasil penjualan", "Sisa pendapatan setelah biaya", "Uang di bank", "Semua jawaban benar"),
        answer=1,
        hint="Pikirkan apa yang tersisa di akhir hari.",
        feedback="Omzet adalah seluruh hasil penjualan.",
    ),
    Multi(id="q-banyak", stem="Mana yang dicatat?", options=("Pemasukan", "Pengeluaran", "Cuaca"), answer=(0, 1)),
    Match(id="q-jodoh", stem="Jodohkan.", left=("Omzet", "Laba"), right=("Sisa", "Penjualan"), answer=((1,), (0,))),
    Order(id="q-urut", stem="Urutkan.", options=("Jumlahkan", "Siapkan buku", "Tulis tanggal"), answer=(1, 2, 0)),
    Fill(id="q-isi", stem="Pendapatan dikurangi ____ adalah laba.", answer=(("biaya",),)),
    Short(id="q-singkat", stem="Apa nama seluruh penjualan?", answer=("omzet",)),
    Essay(id="q-uraian", stem="Mengapa uang pribadi dipisahkan?", answer="Supaya laba terlihat."),
    Task(id="q-tugas", stem="Catat transaksi hari ini.", checklist=("Buku siap", "Semua tercatat")),
)
TESTS = (
    Choice(id="t-1", stem="Berapa laba bila penjualan 10 dan biaya 7?", options=("3", "7", "10"), answer=0),
    TrueFalse(id="t-2", stem="Omzet sama dengan laba.", answer=False),
)
RICH = Module(
    id="keuangan",
    title="Mengelola Keuangan Usaha Mikro dan Kecil",
    language="id",
    description="Modul dasar bagi pelaku usaha: dari catatan harian sampai laporan laba rugi.",
    chapters=(
        Chapter(
            id="b1",
            number="BAB I",
            title="Pencatatan Harian",
            content=(
                P(text=TEXT),
                Heading(id="h-mengapa", number="A.", text="Mengapa Mencatat Laba"),
                P(text=TEXT * 3),
                Note(kind="case", title="Warung Bu Sari", content=(P(text="Bu Sari menjual nasi uduk. " + TEXT),)),
                Note(kind="example", content=(P(text="Penjualan 500.000, biaya 350.000."),)),
                Note(kind="tip", title="Tips", content=(P(text="Gunakan satu buku saja."),)),
                Note(kind="warning", content=(P(text="Jangan mencampur uang pribadi dengan uang usaha."),)),
                Note(kind="trainer", content=(P(text="Mintalah dua peserta membawakan peran."),)),
                Heading(id="h-tujuan", number="B.", text="Tujuan Pembelajaran", meaning="objectives"),
                objectives("mencatat transaksi;", "menghitung laba bersih.", lead="Setelah bab ini, peserta mampu:"),
                P(text=TEXT * 3),
                Heading(id="h-langkah", number="C.", text="Langkah Mencatat"),
                steps("Siapkan **buku kas**.", "Tulis tanggal, lalu jenis transaksi. " + TEXT, "Jumlahkan."),
                table(("Tanggal", "Keterangan transaksi", "Masuk"), ("1 Mei", "Penjualan nasi uduk di warung", "500")),
                Note(kind="definition", title="Modal", content=(P(text="Uang untuk memulai usaha."),)),
                Note(kind="definition", title="Modal kerja", content=(P(text="Uang untuk usaha sehari-hari."),)),
                Heading(id="h-rangkuman", number="D.", text="Rangkuman", meaning="summary"),
                P(text=TEXT * 4),
                Heading(id="h-latihan", text="Latihan", exercise="practice"),
                *PRACTICE,
            ),
        ),
        Chapter(id="b2", number="BAB II", title="Evaluasi Akhir", exercise="test", content=TESTS),
        Chapter(
            id="gl",
            title="Glosarium",
            role="back",
            content=(
                glossary(
                    ("Laba", "Sisa pendapatan setelah semua biaya."),
                    ("Omzet", "Seluruh hasil penjualan."),
                    ("Arus kas", "Uang yang masuk dan keluar."),
                ),
            ),
        ),
    ),
)
_ARABIC = "تساعد إدارة الوقت المتدرب على إنجاز مهامه في موعدها. يبدأ التخطيط بتحديد الأولويات ثم تقسيم العمل. "
ARABIC = Module(
    id="waqt",
    title="إدارة الوقت للعاملين في القطاع الحكومي",
    language="ar",
    description="وحدة تدريبية قصيرة عن التخطيط وتحديد الأولويات.",
    chapters=(
        Chapter(
            id="c1",
            number="الفصل الأول",
            title="التخطيط اليومي",
            content=(
                objectives("يحدد أولوياته اليومية؛", "يقسم العمل إلى خطوات."),
                P(text=_ARABIC * 4),
                Heading(id="a1", text="خطوات التخطيط"),
                P(text=_ARABIC * 4),
                steps("اكتب المهام كلها.", "رتّبها بحسب أهميتها (Urgent/Important).", "حدّد وقتًا لكل مهمة."),
                Note(kind="warning", content=(P(text="لا تجمع مهمتين صعبتين في وقت واحد."),)),
                table(("اليوم", "المهمة", "الوقت"), ("الأحد", "مراجعة البريد والرد على الرسائل المهمة", "30 دقيقة")),
                Heading(id="a2", text="تمارين", exercise="practice"),
                Choice(id="q1", stem="ما أول خطوة؟", options=("كتابة المهام", "الراحة", "كل ما سبق"), answer=0),
                Match(id="q2", stem="صل.", left=("الأهم", "الأقل"), right=("أولًا", "أخيرًا"), answer=((0,), (1,))),
            ),
        ),
        Chapter(
            id="c2",
            title="المصطلحات",
            role="back",
            content=(glossary(("التخطيط", "تحديد ما سيُعمل ومتى."), ("الأولويات", "ترتيب المهام.")),),
        ),
    ),
)
_CHINESE = "项目管理的目的是在规定的时间和预算内完成既定目标。项目经理需要协调各方资源,并及时发现和处理风险。"
CHINESE = Module(
    id="xiangmu",
    title="项目管理基础培训教材",
    language="zh",
    description="面向新任项目经理的入门课程。",
    chapters=(
        Chapter(
            id="c1",
            number="第一章",
            title="项目与项目管理",
            content=(
                objectives("说明项目管理的目的;", "识别常见风险。"),
                P(text=_CHINESE * 8),
                Heading(id="z1", text="项目的生命周期"),
                P(text=_CHINESE * 8),
                steps("启动:明确目标。", "规划:制定计划。", "执行与监控。"),
                Heading(id="z2", text="练习", exercise="practice"),
                Choice(id="q1", stem="哪一项不是项目的特征?", options=("临时", "独特", "重复", "以上都是"), answer=2),
                Fill(id="q2", stem="三大约束是范围、____和成本。", answer=(("时间",),)),
            ),
        ),
        Chapter(
            id="c2",
            title="术语表",
            role="back",
            content=(glossary(("风险", "可能影响目标的不确定事件。"), ("资源", "人员、资金和设备。")),),
        ),
    ),
)  # fmt: skip
_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
_URL = "https://www.example.org/" + "halaman-tanpa-spasi/" * 9
_SUM = "".join(f"<mi>x{n}</mi><mo>+</mo>" for n in range(40))
_LONG = f"{_WORD} {_URL} " + "字" * 80 + " " + "ก" * 60
NASTY = Module(
    id="ekstrem",
    title=f"Modul {_WORD}",
    language="de",
    description=_LONG,
    chapters=(
        Chapter(
            id="c1",
            number="Kapitel 1",
            title=_WORD,
            content=(
                objectives(_LONG, _WORD),
                P(text=f"{_LONG} [{_URL}]({_URL}) `{'code_' * 40}`"),
                steps(_LONG, _WORD),
                table(tuple(f"Spalte{n}" for n in range(20)), tuple(_WORD for _ in range(20)), caption=_LONG),
                table(("Kurz", _WORD, "Lang"), ("1", _LONG, "Text mit einigen Wörtern"), caption=_WORD),
                Code(text=f"if (x) {{\n    {'y(); ' * 60}\n}}"),
                Equation(text="x" * 300, mathml=f"<math>{_SUM}<mi>y</mi></math>"),
                P(text=f"$\\frac{{{'a+' * 60}b}}{{c}}$ und [^n1]"),
                *(Note(kind=k, title=_LONG, content=(P(text=_LONG),)) for k in ("case", "definition", "definition")),
                glossary((_WORD, _LONG), (_URL, _WORD), ("Wort", "Bedeutung")),
                Heading(id="h1", text=_LONG, exercise="practice"),
                Choice(id="q1", stem=_LONG, options=(_LONG, _WORD), answer=0, hint=_LONG, feedback=_LONG),
                Match(id="q2", stem=_WORD, left=(_LONG, _WORD), right=(_LONG, _WORD), answer=((0,), (1,))),
                Order(id="q3", stem=_WORD, options=(_LONG, _WORD), answer=(0, 1)),
                Fill(id="q4", stem=f"{_WORD} ____ {_URL} ____", answer=(("a",), ("b",))),
                Essay(id="q5", stem=_LONG, answer=_LONG),
                Task(id="q6", stem=_LONG, checklist=(_LONG, _WORD)),
            ),
        ),
    ),
    notes=(("n1", _LONG),),
)
