import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { partsOf } from '../parts.ts';
import { workbookRows } from './workbook.ts';

const NS = 'http://schemas.openxmlformats.org';
/** Styles 0 General, 1 a date, 2 a date with its time. */
const STYLES = `<styleSheet xmlns="${NS}/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Cells as XML, `A1` and on: text in quotation marks, else a number with its style. */
const sheet = (rows: readonly (readonly (string | readonly [number, number])[])[]): string =>
  `<worksheet xmlns="${NS}/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, r) =>
        `<row r="${r + 1}">${cells
          .map((cell, c) => {
            const at = `${String.fromCharCode(65 + c)}${r + 1}`;
            return typeof cell === 'string'
              ? `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`
              : `<c r="${at}" s="${cell[1]}"><v>${cell[0]}</v></c>`;
          })
          .join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

const workbook = (sheets: Readonly<Record<string, string>>, date1904 = false): Uint8Array => {
  const names = Object.keys(sheets);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const list = names
    .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  const relations = names.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${NS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"/>`,
    'xl/workbook.xml': `<workbook xmlns="${NS}/spreadsheetml/2006/main" xmlns:r="${NS}/officeDocument/2006/relationships"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships">${relations.join('')}<Relationship Id="rId9" Type="${NS}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  for (const [i, name] of names.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheets[name] ?? '';
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])),
  );
};

async function* chunked(bytes: Uint8Array, size = 100): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = async (bytes: Uint8Array, asked?: string) => {
  const rows: (readonly string[])[] = [];
  let of: object = {};
  for await (const part of workbookRows(chunked(bytes), asked, 128)) {
    if ('issue' in part) return { reason: part.issue.reason.en };
    of = part.of;
    rows.push(...part.rows.map((row) => ('cells' in row ? row.cells : [])));
  }
  return { of, rows };
};

test('words, numbers, dates and moments as they are shown; empty rows and columns left out', async () => {
  const rows = sheet([
    ['name', 'n', 'day', 'at'],
    ['王小明', [1.5, 0], [43864, 1], [43864.5, 2]],
    ['', '', '', ''],
    ['b', [7, 0]],
  ]);
  expect(await read(workbook({ 'One sheet': rows }))).toEqual({
    of: expect.objectContaining({ epoch: 1900, sheet: 'One sheet', sheets: ['One sheet'] }),
    rows: [
      ['name', 'n', 'day', 'at'],
      ['王小明', '1.5', '2020-02-03', '2020-02-03 12:00:00'],
      ['b', '7', '', ''],
    ],
  });
});

test('days that a workbook counts from 1904 are four years and a day later', async () => {
  const rows = sheet([['day'], [[42402, 1]]]);
  const { of, rows: found } = await read(workbook({ S: rows }, true));
  expect([of, found]).toEqual([
    expect.objectContaining({ epoch: 1904 }),
    [['day'], ['2020-02-03']],
  ]);
});

test('an identity number that was typed as a number is one whose digits are lost', async () => {
  const { rows } = await read(
    workbook({ S: sheet([['id'], [[110105194912310020, 0]], [[123456789012345, 0]]]) }),
  );
  expect(rows).toEqual([['id'], ['1.10105194912310E+17'], ['123456789012345']]);
});

test('the first sheet that holds rows is read, or the one that is asked for', async () => {
  const bytes = workbook({ 说明: sheet([]), 患者: sheet([['a']]), other: sheet([['b']]) });
  expect((await read(bytes)).rows).toEqual([['a']]);
  expect((await read(bytes, 'other')).rows).toEqual([['b']]);
  expect(await read(bytes, 'none')).toEqual({ reason: 'The workbook has no sheet “none”.' });
});

test('what is no workbook is told, and so is one of old', async () => {
  expect(await read(strToU8('PK\u0003\u0004 but nothing more'))).toEqual({
    reason: 'The file is no workbook that can be read.',
  });
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array(600).fill(0)]);
  for await (const part of partsOf(chunked(old), []))
    expect('issue' in part && part.issue.reason.en).toContain('before 2007');
});

test('a cell in the last corner of a sheet, and a part that unpacks to more than it says, end nothing', async () => {
  const corner = sheet([['a']]).replace(
    '</sheetData>',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
  );
  expect(await read(workbook({ a: corner }))).toEqual({
    reason: expect.stringContaining('far from each other'),
  });
  const bytes = workbook({ a: `${sheet([['a']])}${' '.repeat(10_000_000)}` });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The size that is said, at the beginning of the part and in the list at the end.
  for (let at = 0; at < bytes.length - 30; at++) {
    const signature = view.getUint32(at, true);
    const [size, named] = signature === 0x04034b50 ? [22, 30] : [24, 46];
    if (signature !== 0x04034b50 && signature !== 0x02014b50) continue;
    const name = Buffer.from(bytes.subarray(at + named, at + named + 24)).toString('latin1');
    if (name === 'xl/worksheets/sheet1.xml') view.setUint32(at + size, 100, true);
  }
  expect(await read(bytes)).toEqual({ reason: expect.stringContaining('no workbook') });
});
