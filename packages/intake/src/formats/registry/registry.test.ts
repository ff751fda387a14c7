import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Rows } from '../csv/sources/source.ts';
import { registryMapping } from './mappings.ts';
import { naaccrFlatRows } from './naaccr-flat.ts';
import { NAACCR_HEADER, OTHER } from './naaccr-items.ts';
import { naaccrXmlRows } from './naaccr-xml.ts';

async function* chunked(bytes: Uint8Array, size = 997): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The items that are read of each tumour. */
const tumoursOf = async (rows: Rows) => {
  const found: Record<string, string>[] = [];
  for await (const part of rows) {
    if ('issue' in part) return `${part.line}: ${part.issue.reason.en}`;
    for (const row of part.rows)
      found.push(
        Object.fromEntries(
          NAACCR_HEADER.map((item, i) => [item, 'cells' in row ? (row.cells[i] ?? '') : '']),
        ),
      );
  }
  return found.slice(1);
};

const XML = `<?xml version="1.0"?>
<n:NaaccrData xmlns:n="http://naaccr.org/naaccrxml">
 <n:Patient>
  <n:Item naaccrId="patientIdNumber">00000007</n:Item>
  <n:Tumor><n:Item naaccrId="primarySite">C509</n:Item><n:Item naaccrId="csExtension">516</n:Item></n:Tumor>
  <n:Tumor><n:Item naaccrId="primarySite"><![CDATA[C341]]></n:Item></n:Tumor>
  <n:Item naaccrId="nameLast">O&apos;Neil</n:Item>
 </n:Patient>
</n:NaaccrData>`;

test('a tumour of NAACCR XML is a row with what is said of its patient, before it or after', async () => {
  expect(await tumoursOf(naaccrXmlRows(chunked(Buffer.from(XML), 7)))).toEqual([
    expect.objectContaining({
      patientIdNumber: '00000007',
      primarySite: 'C509',
      nameLast: "O'Neil",
      [OTHER]: 'csExtension=516',
    }),
    expect.objectContaining({ patientIdNumber: '00000007', primarySite: 'C341', [OTHER]: '' }),
  ]);
});

test('XML that is cut off is told with its line', async () => {
  const cut = Buffer.from(XML.slice(0, 300));
  expect(await tumoursOf(naaccrXmlRows(chunked(cut)))).toMatch(/^\d+: .* no well-formed XML/);
});

test.each([
  ['an item', '<Item naaccrId="a">', 'x'],
  ['an attribute', '<Patient a="', 'x'],
  ['a comment', '<!--', 'x'],
  ['tumours of a patient that does not end', '<Patient>', '<Tumor></Tumor>'],
  ['elements within elements', '', '<a>'],
])('XML of any length is not held: %s', async (_, begun, on) => {
  let sent = 0;
  async function* endless() {
    yield Buffer.from(`<NaaccrData>${begun}`);
    for (;;) {
      sent++;
      yield Buffer.from(on.repeat(20_000));
    }
  }
  expect(await tumoursOf(naaccrXmlRows(endless()))).toMatch(/longer than 8 MB/);
  expect(sent).toBeLessThan(500);
});

test('a line of any length of a flat file is passed over, and the next is read', async () => {
  async function* long() {
    for (let i = 0; i < 300; i++) yield Buffer.alloc(10_000, 'I');
    yield Buffer.from(`\nI${' '.repeat(15)}180${' '.repeat(30)}\n`);
  }
  const faults: unknown[] = [];
  const lines: number[] = [];
  for await (const part of naaccrFlatRows(long()))
    if ('rows' in part)
      for (const row of part.rows) {
        lines.push(row.line);
        if ('fault' in row) faults.push([row.fault, row.raw.length]);
      }
  expect(lines).toEqual([1, 1, 2]);
  expect(faults).toEqual([['too-long', expect.any(Number)]]);
});

test('an export of CanReg5 is known by its columns, and read by those that it has', () => {
  const header = ['RegNo', 'Sex', 'BirthD', 'InciD', 'Top', 'Mor', 'Beh', 'Bas', 'Hosp'];
  const mapping = registryMapping(header);
  expect(mapping?.name).toBe('CanReg5');
  expect(mapping?.kinds[1]?.columns).toMatchObject({
    patient_id: { from: ['RegNo'] },
    morphology: { from: ['Mor', 'Beh'], join: '/' },
    record_id: { from: [] },
  });
  expect(registryMapping(['patient_id', 'name', 'sex'])).toBeNull();
});

const FOLDER = join(
  process.env.NODP_SHARED ?? resolve(import.meta.dirname, '../../../../../../shared'),
  'network/registry',
);
const shared = test.skipIf(!existsSync(join(FOLDER, 'naaccr-180-incidence-flat-10.txt')));

shared('ten tumours are the same in the flat file of version 18 and in XML', async () => {
  const flat = await tumoursOf(
    naaccrFlatRows(chunked(readFileSync(join(FOLDER, 'naaccr-180-incidence-flat-10.txt')))),
  );
  const xml = await tumoursOf(
    naaccrXmlRows(chunked(readFileSync(join(FOLDER, 'naaccr-180-incidence-same-10-tumors.xml')))),
  );
  const items = (all: Awaited<ReturnType<typeof tumoursOf>>) =>
    typeof all === 'string' ? all : all.map(({ [OTHER]: _, ...read }) => read);
  expect(items(flat)).toHaveLength(10);
  expect(items(flat)).toEqual(items(xml));
});

shared('a hundred records of version 25 have a site and a histology each', async () => {
  const bytes = gunzipSync(
    readFileSync(join(FOLDER, 'naaccr-xml-sample-v250-incidence-100.xml.gz')),
  );
  const tumours = await tumoursOf(naaccrXmlRows(chunked(bytes)));
  expect(tumours).toHaveLength(100);
  for (const tumour of typeof tumours === 'string' ? [] : tumours)
    expect([tumour.primarySite, tumour.histologicTypeIcdO3]).toEqual([
      expect.stringMatching(/^C\d{3}$/),
      expect.stringMatching(/^\d{4}$/),
    ]);
});
