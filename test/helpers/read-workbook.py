"""Reads a workbook by zipfile and xml alone: what stands in each cell, by type, as JSON."""
import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
RELATION = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
PACKAGE = '{http://schemas.openxmlformats.org/package/2006/relationships}'


def unescaped(text):
    return re.sub(r'_x([0-9A-Fa-f]{4})_', lambda found: chr(int(found[1], 16)), text)


def cell(element, formats):
    kind = element.get('t', 'n')
    if element.find(MAIN + 'f') is not None:
        return {'formula': element.find(MAIN + 'f').text}
    style = formats[int(element.get('s', '0'))]
    if kind == 'inlineStr':
        text = unescaped(''.join(each.text or '' for each in element.iter(MAIN + 't')))
        return {'text': text, 'kept': style.get('quotePrefix') == '1'}
    return {'number': element.find(MAIN + 'v').text}


def sheet(archive, path, formats):
    root = ElementTree.fromstring(archive.read(path))
    return [
        {each.get('r'): cell(each, formats) for each in row} for row in root.iter(MAIN + 'row')
    ]


def main():
    with zipfile.ZipFile(sys.argv[1]) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        styles = ElementTree.fromstring(archive.read('xl/styles.xml'))
        formats = list(styles.find(MAIN + 'cellXfs'))
        links = ElementTree.fromstring(archive.read('xl/_rels/workbook.xml.rels'))
        targets = {each.get('Id'): each.get('Target') for each in links.iter(PACKAGE + 'Relationship')}
        book = ElementTree.fromstring(archive.read('xl/workbook.xml'))
        print(json.dumps([
            {'name': each.get('name'), 'rows': sheet(archive, 'xl/' + targets[each.get(RELATION)], formats)}
            for each in book.iter(MAIN + 'sheet')
        ]))


main()
