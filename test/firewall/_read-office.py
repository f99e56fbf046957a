"""Reads the tables of a document with nothing but an archive and XML: prints rows as JSON."""
import json
import re
import sys
import xml.etree.ElementTree as tree
import zipfile


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def every(element, name):
    return [each for each in element.iter() if local(each) == name]


def children(element, name):
    return [each for each in element if local(each) == name]


def text(element):
    return "".join(each.text or "" for each in element.iter() if local(each) in ("t", "v"))


def xlsx(archive):
    shared = []
    if "xl/sharedStrings.xml" in archive.namelist():
        strings = tree.fromstring(archive.read("xl/sharedStrings.xml"))
        shared = [text(each) for each in children(strings, "si")]
    sheet = tree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in every(sheet, "row"):
        cells = []
        for cell in children(row, "c"):
            value = text(cell)
            cells.append(shared[int(value)] if cell.get("t") == "s" and value else value)
        rows.append(cells)
    formulas = len(every(sheet, "f"))
    return {"rows": rows, "formulas": formulas}


def docx(archive):
    document = tree.fromstring(archive.read("word/document.xml"))
    rows = [[text(cell) for cell in children(row, "tc")] for row in every(document, "tr")]
    return {"rows": rows}


def hwpx(archive):
    first = archive.infolist()[0]
    section = tree.fromstring(archive.read("Contents/section0.xml"))
    rows = [[text(cell) for cell in children(row, "tc")] for row in every(section, "tr")]
    kind = archive.read("mimetype").decode()
    return {"rows": rows, "first": [first.filename, first.compress_type], "kind": kind}


path = sys.argv[1]
with zipfile.ZipFile(path) as opened:
    reader = {"xlsx": xlsx, "docx": docx, "hwpx": hwpx}[re.search(r"\w+$", path).group()]
    print(json.dumps(reader(opened)))
