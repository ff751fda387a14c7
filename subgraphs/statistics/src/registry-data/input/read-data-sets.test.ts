import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exampleFiles, exampleLived, exampleTexts } from '../testing/example.ts';
import { fileAt, fileOf } from './files.ts';
import { MOST_TOLD } from './problem.ts';
import { readDataSets } from './read-data-sets.ts';

const texts = exampleTexts();

test('registries with cases, deaths and person-years by year, sex, site and age', async () => {
  const { registries, lifeTables, problems } = await readDataSets(exampleFiles());
  expect(problems.errors).toBe(0);
  expect(lifeTables).toEqual([]);
  const [set] = registries;
  expect(set?.about).toMatchObject({ id: 'example', published: true, licence: 'CC0' });
  expect(set?.areas).toMatchObject([
    { code: 'A', name: { zh: '甲县' }, province: '440000', years: { first: 2015, last: 2016 } },
    { code: 'B', province: '370000', covers: ['370100'], without: ['370102'] },
  ]);
  expect(set?.lived).toHaveLength(8);
  expect(set?.lived[0]?.ages[3]).toBe(exampleLived('A', 2015, 'female', 3));
  const lung = set?.counts.find((one) => one.site === 'lung' && one.sex === 1);
  // 50–54 years: (10 − 5) × 3; unknown age comes last.
  expect([lung?.ages[10], lung?.ages[17], lung?.ages[18]]).toEqual([15, 41, 2]);
  expect(set?.counts.filter(({ kind }) => kind === 'DEATHS')).not.toHaveLength(0);
  expect(problems.told).toMatchObject([
    {
      severity: 'REMARK',
      file: 'cases.csv',
      column: 'age',
      reason: { en: expect.stringContaining('unknown age') },
    },
  ]);
});

test('sexes, sites and ages may be written in several ways', async () => {
  const cases = `registry,period,sex,site,age,cases
A,2015,2,C33-C34,50,3
A,2015,女,c18,85+,4
A,2015,F,C91-C95,unknown,1`;
  const { registries, problems } = await readDataSets(exampleFiles({ cases, deaths: null }));
  expect(problems.told.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  expect(
    registries[0]?.counts.map(({ sex, site, ages }) => [sex, site, ages.findIndex((n) => n > 0)]),
  ).toEqual([
    [0, 'lung', 10],
    [0, 'colorectum.colon', 17],
    [0, 'leukaemia', 18],
  ]);
});

test('a part of a division that a registry leaves out may be another’s', async () => {
  const registries = texts.registries.replace('440103 440104', '370102');
  const { problems } = await readDataSets(exampleFiles({ registries }));
  expect(problems.errors).toBe(0);
});

test('later ages than the last one with people are of the open group', async () => {
  const personYears = texts.personYears.replace(/^(A,2015,male,(?:80-84|85\+)),.*$/gm, '$1,0');
  const { problems } = await readDataSets(exampleFiles({ personYears }));
  expect(problems.errors).toBe(0);
});

test('a file of nothing but faults is told in bounded length, and counted', async () => {
  const cases = [
    texts.cases,
    ...Array.from({ length: 2000 }, (_, i) => `A,2015,male,site${i},50,1`),
  ].join('\n');
  const { problems } = await readDataSets(exampleFiles({ cases }));
  expect(problems.told).toHaveLength(MOST_TOLD);
  expect(problems.errors).toBe(2000);
});

test('a table that is known and no part of a data set is left out, and said so', async () => {
  const quality = fileOf(
    'quality.csv',
    '"year","area_type","cancer","mv","dco","mi"\n2016,"900000","101",77.44,1.14,0.5',
  );
  const { registries, problems } = await readDataSets([...exampleFiles(), quality]);
  expect(registries).toHaveLength(1);
  expect(problems.told.find(({ file }) => file === 'quality.csv')).toMatchObject({
    severity: 'REMARK',
    line: 1,
  });
});

test('a packed file is unpacked; a broken one is a problem and no crash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-files-'));
  try {
    const packed = gzipSync(Buffer.from(texts.cases));
    await writeFile(join(folder, 'cases.csv.gz'), packed);
    const others = exampleFiles({ cases: null });
    const whole = await readDataSets([...others, fileAt(join(folder, 'cases.csv.gz'))]);
    expect(whole.problems.errors).toBe(0);
    await writeFile(join(folder, 'cases.csv.gz'), packed.subarray(0, packed.length - 40));
    const broken = await readDataSets([...others, fileAt(join(folder, 'cases.csv.gz'))]);
    expect(broken.registries).toEqual([]);
    expect(
      broken.problems.told.some(({ reason }) => reason.en.startsWith('The file cannot be read')),
    ).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});
