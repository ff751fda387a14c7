import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStudy } from '../open/open-study.ts';
import { writeStudy } from '../testing/a-study.ts';
import { listStudies, loadStudy } from './load-study.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-studies-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a study of all kinds of files, each unreadable row answered, and what is not read named', async () => {
  const path = join(folder, 'sent');
  await writeStudy(path);
  const manifest = await loadStudy({ path, folder: join(folder, 'studies') });
  expect(manifest).toMatchObject({
    id: 'brca_test',
    name: 'A study of four',
    published: expect.stringContaining('declares itself public'),
    counts: {
      ...{ patients: 4, samples: 5, mutations: 4, copy_numbers: 2, structural_variants: 2 },
      ...{ timeline: 1, attributes: 7 },
    },
    passedOver: ['data_expression.txt'],
    problemCount: 2,
    problems: [
      { file: 'data_clinical_sample.txt', line: 11, reason: 'has no PATIENT_ID' },
      { file: 'data_mutations.txt', line: 0, reason: expect.stringContaining('S99') },
    ],
  });
  expect((await listStudies(join(folder, 'studies'))).map(({ id }) => id)).toEqual(['brca_test']);
  // Nothing of the loading is left.
  expect(await readdir(join(folder, 'studies'))).toEqual(['brca_test']);
  const study = await openStudy(join(folder, 'studies', 'brca_test'));
  expect(study.genes.find(({ gene }) => gene === 'TP53')).toEqual({
    ...{ gene: 'TP53', mutated: 2, amplified: 0, deleted: 0, rearranged: 0, altered: 2 },
  });
  expect(study.genes.find(({ gene }) => gene === 'ERBB2')).toMatchObject({
    amplified: 1,
    altered: 1,
  });
});

test('a study that does not say that it is public is refused until somebody says where it is published', async () => {
  const path = join(folder, 'one.tsv');
  await writeFile(path, 'PATIENT_ID\tSAMPLE_ID\nP1\tS1\n');
  const asked = { path, folder: join(folder, 'studies') };
  await expect(loadStudy(asked)).rejects.toThrow('only public ones are loaded');
  const manifest = await loadStudy({
    ...asked,
    published: 'cBioPortal datahub, ODbL',
    name: 'One',
  });
  expect(manifest).toMatchObject({ id: 'one', name: 'One', published: 'cBioPortal datahub, ODbL' });
});

test('a folder without samples says what is missing; a broken header leaves nothing behind', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  await expect(loadStudy({ path: empty, folder: join(folder, 'studies') })).rejects.toThrow(
    'no clinical file of samples',
  );
  const broken = join(folder, 'broken.tsv');
  await writeFile(broken, 'A\tB\n1\t2\n');
  const before = await readdir(join(folder, 'studies'));
  await expect(
    loadStudy({ path: broken, folder: join(folder, 'studies'), published: 'x' }),
  ).rejects.toThrow('broken.tsv, line 1: there is no column PATIENT_ID');
  expect(await readdir(join(folder, 'studies'))).toEqual(before);
});
