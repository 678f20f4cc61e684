#!/usr/bin/env python3
"""Draws docs/check.svg: what `obelus check` says of the printed text in corpus/print.

Run it from the root of the repository after a change of what is shown:

    python3 docs/picture.py [path of obelus]
"""

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SHOWN = ["names/ocr", "brackets/point-after-expansion", "citations/locator", "brackets/unclosed"]
COLOURS = {"31": "#d0433a", "33": "#b58900", "32": "#3b8b3b", "34": "#3a6fd0", "35": "#a04aa0", "36": "#2a8f8f"}
WIDTH, LINE, LEFT = 1000, 18, 16


def findings(obelus):
    """The first finding of each of the rules that are shown, as the terminal has them."""
    with tempfile.TemporaryDirectory() as folder:
        print_ = Path("corpus/print/harbour-talks.txt").resolve()
        subprocess.run([obelus, "import", print_, "--to", "harbour-talks"], cwd=folder, check=True, capture_output=True)
        run = subprocess.run(
            [obelus, "check", "harbour-talks", "--colour", "always"], cwd=folder, capture_output=True, text=True
        )
    blocks = run.stdout.split("\n\n")
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", block) for block in blocks]
    for rule in SHOWN:
        for block, words in zip(blocks, plain):
            if f"[{rule}]" in words:
                yield from block.strip("\n").split("\n")
                yield ""
                break


def spans(line):
    """The line as SVG, its colours kept."""
    out, style = [], ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            codes = part[2:-1].split(";")
            if codes in ([""], ["0"]):
                style = ""
            for code in codes:
                if code == "1":
                    style += "font-weight:bold;"
                if code[-2:] in COLOURS and len(code) == 2 or code.startswith("9") and len(code) == 2:
                    style += f"fill:{COLOURS.get('3' + code[1:], '#333')};"
            if "38" in codes and len(codes) > 2:
                bright = {"9": "31", "11": "33", "12": "34", "14": "36", "10": "32", "13": "35"}
                style += f"fill:{COLOURS.get(bright.get(codes[-1], ''), '#333')};"
        elif part:
            out.append(f'<tspan style="{style}">{html.escape(part)}</tspan>')
    return "".join(out)


def main():
    obelus = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else "obelus"
    lines = list(findings(obelus))
    height = LINE * (len(lines) + 1)
    rows = "\n".join(
        f'<text x="{LEFT}" y="{LINE * (at + 1)}" xml:space="preserve">{spans(line)}</text>'
        for at, line in enumerate(lines)
    )
    Path("docs/check.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13">\n'
        f'<rect width="100%" height="100%" rx="6" fill="#fbfbf8"/>\n{rows}\n</svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
