import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ctSlice, dicomFile, type Elements, SYNTAX } from '../../../../../tests/dicom-files.ts';
import { toJson } from '../json/to-json.ts';
import { bytesOf } from '../part10/bytes.ts';
import { vrOf } from '../part10/dictionary.ts';
import { DicomFault } from '../part10/fault.ts';
import { readPart10 } from '../part10/read.ts';
import { CopyRefused, deidentified, type Profile } from './deidentify.ts';
import { type Option, rowFor, table } from './table.ts';
import { writeCopy } from './write.ts';

const key = new Uint8Array(32).fill(5);
const profile = (...options: Option[]): Profile => ({
  options: new Set(options),
  key,
  person: 'p1',
});
const copyOf = (file: Uint8Array, by = profile()) => {
  const read = readPart10(bytesOf(file));
  const written = writeCopy(read, deidentified(read, by));
  return {
    written,
    json: toJson(readPart10(bytesOf(written)), { undeclared: null, bulk: (path) => path }),
  };
};
const SECRET = 'SECRETWORD';

/** A value of any VR that would be recognised in a copy. */
const valueFor = (vr: string): Elements[string] => {
  if (vr === 'SQ') return ['SQ', [{ '00100010': ['PN', SECRET], '00081195': ['UI', '1.9.9.9'] }]];
  if (vr === 'UI') return ['UI', '1.9.9.9'];
  if (vr === 'DA') return ['DA', '19991231'];
  if (vr === 'DT') return ['DT', '19991231121314'];
  if (vr === 'TM') return ['TM', '121314'];
  if (vr === 'AS') return ['AS', '077Y'];
  if (vr === 'DS' || vr === 'IS') return [vr, '7791'];
  if (['US', 'SS'].includes(vr)) return [vr, [7791]];
  if (['UL', 'SL', 'FL', 'AT', 'OF', 'OL'].includes(vr)) return [vr, Buffer.from('SECR')];
  if (['FD', 'OD', 'SV', 'UV', 'OV'].includes(vr)) return [vr, Buffer.from('SECRETWO')];
  if (['OB', 'OW', 'UN'].includes(vr)) return [vr, Buffer.from(SECRET)];
  return [vr, SECRET];
};

const attributes = table
  .filter(({ tag }) => tag !== 'PRIVATE')
  .map((row) => ({ ...row, tag: row.tag.replaceAll('X', '0') }));

test('the table is whole', () => {
  expect(table).toHaveLength(621);
  expect(rowFor('00100010')).toMatchObject({ basic: 'Z' });
  expect(rowFor('60023000')).toMatchObject({ basic: 'X' });
  expect(rowFor('00080060')).toBeUndefined();
});

test.each(attributes.map(({ tag, basic }) => [tag, basic] as const))(
  'nothing of (%s), which is %s, is left by the basic profile',
  (tag) => {
    const vr = vrOf(tag);
    const file = dicomFile(ctSlice({ more: { [tag]: valueFor(vr) } }));
    const { written, json } = copyOf(file);
    for (const left of [SECRET, '1.9.9.9', '19991231', '121314', '077Y', '7791', 'SECR'])
      expect([left, written.includes(left)]).toEqual([left, false]);
    if (['US', 'SS'].includes(vr)) expect(json[tag]?.Value ?? []).not.toContain(7791);
    if (rowFor(tag)?.basic === 'X') expect(json[tag]).toBeUndefined();
    if (rowFor(tag)?.basic === 'D' && vr !== 'SQ') expect(json[tag]).toBeDefined();
  },
);

test.each(
  // The header of a copy is its own.
  attributes
    .filter(({ tag }) => !tag.startsWith('0002'))
    .flatMap(({ tag, options }) =>
      [...options].filter(([, action]) => action === 'K').map(([option]) => [tag, option] as const),
    ),
)('(%s) is kept where %s is chosen', (tag, option) => {
  const vr = vrOf(tag);
  if (vr === 'SQ') return expect(rowFor(tag)?.options.get(option)).toBe('K');
  const value = valueFor(vr);
  const { json } = copyOf(dicomFile(ctSlice({ more: { [tag]: value } })), profile(option));
  return expect(
    json[tag]?.Value ?? json[tag]?.InlineBinary ?? json[tag]?.BulkDataURI,
  ).toBeDefined();
});

test('a copy says that it is one and how, and its pixels are the same', () => {
  const { json, written } = copyOf(dicomFile(ctSlice()), profile('modified-dates'));
  expect(json['00120062']?.Value).toEqual(['YES']);
  expect(json['00120064']?.Value).toMatchObject([
    { '00080100': { Value: ['113100'] } },
    { '00080100': { Value: ['113107'] } },
  ]);
  expect(json['00280303']?.Value).toEqual(['MODIFIED']);
  const pixelsOf = (of: Uint8Array) => {
    const file = readPart10(bytesOf(of));
    const { at = 0, length = 0 } = file.data.get('7FE00010')?.range ?? {};
    return file.bytes.read(at, length);
  };
  expect(pixelsOf(written).equals(pixelsOf(dicomFile(ctSlice())))).toBe(true);
});

test('UIDs lead to each other within a release, and nowhere from one to the next', () => {
  const slices = [1, 2].map((number) => dicomFile(ctSlice({ number })));
  const [first, second] = slices.map((slice) => copyOf(slice).json);
  const uid = (json: typeof first, tag: string) => json?.[tag]?.Value?.[0];
  expect(uid(first, '0020000D')).toBe(uid(second, '0020000D'));
  expect(uid(first, '00080018')).not.toBe(uid(second, '00080018'));
  expect(uid(first, '0020000D')).toMatch(/^2\.25\.\d{20,39}$/);
  expect(uid(first, '00080016')).toBe('1.2.840.10008.5.1.4.1.1.2');
  const other = copyOf(slices[0] ?? Buffer.alloc(0), {
    ...profile(),
    key: new Uint8Array(32),
  }).json;
  expect(uid(other, '0020000D')).not.toBe(uid(first, '0020000D'));
});

test('a person’s days are moved together, and between them lie as many as before', () => {
  const dayOf = (day: string) =>
    String(
      copyOf(dicomFile(ctSlice({ day })), profile('modified-dates')).json['00080020']?.Value?.[0],
    );
  const [first, second] = [dayOf('20260301'), dayOf('20260311')].map((day) =>
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))),
  );
  expect(((second ?? 0) - (first ?? 0)) / 86_400_000).toBe(10);
  expect(first).toBeLessThan(Date.UTC(2026, 2, 1));
});

test('private attributes go, also within sequences', () => {
  const more: Elements = {
    '00091001': ['LO', SECRET],
    '00400260': [
      'SQ',
      [{ '00080100': ['SH', 'A'], '00291010': ['LO', SECRET], '00100020': ['LO', SECRET] }],
    ],
  };
  for (const syntax of [SYNTAX.explicit, SYNTAX.implicit, SYNTAX.bigEndian, SYNTAX.deflated])
    expect(copyOf(dicomFile(ctSlice({ more }), { syntax })).written.includes(SECRET)).toBe(false);
});

test('pixels that have words burned in, or may have them, are not copied', () => {
  const burned = dicomFile(ctSlice({ more: { '00280301': ['CS', 'YES'] } }));
  expect(() => copyOf(burned)).toThrow(CopyRefused);
  const capture: Elements = { '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.7'] };
  expect(() => copyOf(dicomFile(ctSlice({ more: capture })))).toThrow(/may have words burned in/);
  const clean: Elements = { ...capture, '00280301': ['CS', 'NO'] };
  expect(copyOf(dicomFile(ctSlice({ more: clean }))).json['00120062']).toBeDefined();
});

const shared = ['network/dicom', 'data/dicom'].map((part) =>
  join(process.env.NODP_SHARED ?? '/none', part),
);
test.skipIf(!shared.every(existsSync))(
  'of sample files no name, number or date of birth is left',
  () => {
    let copied = 0;
    for (const folder of shared)
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.dcm'))) {
        const file = readFileSync(join(folder, name));
        try {
          const before = toJson(readPart10(bytesOf(file)), {
            undeclared: null,
            bulk: (path) => path,
          });
          const { json } = copyOf(file);
          copied++;
          for (const tag of ['00100010', '00100020', '00100030', '00080050'])
            if (before[tag]?.Value !== undefined)
              expect([name, tag, json[tag]?.Value]).toEqual([name, tag, undefined]);
          expect(
            Object.keys(json).filter((tag) => Number.parseInt(tag.slice(3, 4), 16) % 2 === 1),
          ).toEqual([]);
        } catch (error) {
          if (!(error instanceof DicomFault || error instanceof CopyRefused)) throw error;
        }
      }
    expect(copied).toBeGreaterThan(15);
  },
);
