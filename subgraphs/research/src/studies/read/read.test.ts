import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readCopyNumbers,
  readMutations,
  readStructuralVariants,
  readTimeline,
} from './alterations.ts';
import { readClinical } from './clinical.ts';
import { isPublic, readMeta } from './meta.ts';
import { numberOf, said } from './missing.ts';
import { siteOfOncoTree } from './oncotree.ts';

async function* lines(text: string) {
  let number = 0;
  for (const line of text.split('\n')) yield { number: ++number, text: line };
}
const all = async <T>(of: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const one of of) found.push(one);
  return found;
};
const tabs = (text: string) => text.replaceAll('|', '\t');

test('four rows of remarks before the ids, as studies of today have them', async () => {
  const read = await all(
    readClinical(
      'data_clinical_sample.txt',
      lines(
        tabs(`#Patient Identifier|Sample Identifier|TMB
#Who|Which|Mutations per Mb
#STRING|STRING|NUMBER
#1|1|1
PATIENT_ID|SAMPLE_ID|TMB_NONSYNONYMOUS
P1|S1|17.7
P1|S2|[Not Available]
|S3|1
P2|S1|2
P2|S4|1|2

P3|S5`),
      ),
      'SAMPLE',
    ),
  );
  expect(read[0]).toMatchObject({
    header: [
      { id: 'PATIENT_ID', level: 'SAMPLE' },
      { id: 'SAMPLE_ID' },
      { id: 'TMB_NONSYNONYMOUS', name: 'TMB', description: 'Mutations per Mb', isNumber: true },
    ],
  });
  expect(read.slice(1)).toEqual([
    { row: { patient: 'P1', sample: 'S1', values: ['P1', 'S1', '17.7'] } },
    { row: { patient: 'P1', sample: 'S2', values: ['P1', 'S2', null] } },
    { problem: { file: 'data_clinical_sample.txt', line: 8, reason: 'has no PATIENT_ID' } },
    {
      problem: {
        file: 'data_clinical_sample.txt',
        line: 9,
        reason: 'the sample S1 stands there twice',
      },
    },
    {
      problem: {
        file: 'data_clinical_sample.txt',
        line: 10,
        reason: 'has 4 cells where the header has 3 columns',
      },
    },
    { row: { patient: 'P3', sample: 'S5', values: ['P3', 'S5'] } },
  ]);
});

test('five rows, of patients and samples at once; and none at all', async () => {
  const mixed = await all(
    readClinical(
      'data_clinical.txt',
      lines(
        tabs(`#Patient|Sample|Sex|Grade
#Patient|Sample|Sex|Grade
#STRING|STRING|STRING|STRING
#PATIENT|SAMPLE|PATIENT|SAMPLE
#1|1|1|1
PATIENT_ID|SAMPLE_ID|SEX|GRADE`),
      ),
      'SAMPLE',
    ),
  );
  expect(mixed).toMatchObject([
    {
      header: [
        { level: 'PATIENT' },
        { level: 'SAMPLE' },
        { id: 'SEX', level: 'PATIENT' },
        { level: 'SAMPLE' },
      ],
    },
  ]);
  const bare = await all(readClinical('x', lines(tabs('"PATIENT_ID"|OS_MONTHS\nP1|3')), 'PATIENT'));
  expect(bare).toMatchObject([
    {
      header: [
        { id: 'PATIENT_ID', name: 'PATIENT_ID' },
        { id: 'OS_MONTHS', isNumber: false },
      ],
    },
    { row: { patient: 'P1', sample: null } },
  ]);
  await expect(all(readClinical('x', lines(tabs('SEX|AGE\nF|3')), 'PATIENT'))).rejects.toThrow(
    'x, line 1: there is no column PATIENT_ID',
  );
});

test.each([
  'NA',
  '[Not Available]',
  '[not applicable]',
  '',
  ' ',
  'NaN',
  'N/A',
  '"NA"',
  'null',
  '.',
])('“%s” is no value', (cell) => {
  expect(said(cell)).toBeNull();
  expect(numberOf(cell)).toBeNull();
});

test('numbers as they are written', () => {
  expect(['1.5', '-2', '1e3', '.5', '1,5', '12 months', '0x10'].map(numberOf)).toEqual([
    1.5,
    -2,
    1000,
    0.5,
    null,
    null,
    null,
  ]);
});

test('mutations: what changes a protein, with its reads; what is silent is none', async () => {
  const maf = tabs(`#version 2.4
Hugo_Symbol|Tumor_Sample_Barcode|Variant_Classification|HGVSp_Short|t_alt_count|t_ref_count
KRAS|S1|Missense_Mutation|p.G12D|20|60
TP53|S1|Frame_Shift_Del|p.R209fs|NA|
EGFR|S2|In_Frame_Del|p.E746_A750del||
TERT|S2|5'Flank|||
MET|S3|Splice_Site|p.X1010_splice||
APC|S3|Silent|p.T1||
|S3|Missense_Mutation|||`);
  const read = await all(readMutations('data_mutations.txt', lines(maf)));
  expect(read).toEqual([
    { found: { sample: 'S1', gene: 'KRAS', kind: 'MISSENSE', protein: 'p.G12D', fraction: 0.25 } },
    {
      found: {
        sample: 'S1',
        gene: 'TP53',
        kind: 'TRUNCATING',
        protein: 'p.R209fs',
        fraction: null,
      },
    },
    {
      found: {
        sample: 'S2',
        gene: 'EGFR',
        kind: 'INFRAME',
        protein: 'p.E746_A750del',
        fraction: null,
      },
    },
    { found: { sample: 'S2', gene: 'TERT', kind: 'OTHER', protein: null, fraction: null } },
    {
      found: {
        sample: 'S3',
        gene: 'MET',
        kind: 'SPLICE',
        protein: 'p.X1010_splice',
        fraction: null,
      },
    },
    { problem: { file: 'data_mutations.txt', line: 9, reason: 'has no Hugo_Symbol' } },
  ]);
});

test('a matrix of copy numbers: changes alone, and who was looked at', async () => {
  const cna = tabs(`Hugo_Symbol|Entrez_Gene_Id|S1|S2|S3
MYC|4609|2|0|NA
CDKN2A|1029|-2|-1.5|1
RB1|5925|x|0|3`);
  expect(await all(readCopyNumbers('data_cna.txt', lines(cna)))).toEqual([
    { samples: ['S1', 'S2', 'S3'] },
    { found: { sample: 'S1', gene: 'MYC', change: 2 } },
    { found: { sample: 'S1', gene: 'CDKN2A', change: -2 } },
    { found: { sample: 'S2', gene: 'CDKN2A', change: -2 } },
    { found: { sample: 'S3', gene: 'CDKN2A', change: 1 } },
    { problem: { file: 'data_cna.txt', line: 4, reason: '“x” of S1 is none of -2, -1, 0, 1, 2' } },
    { problem: { file: 'data_cna.txt', line: 4, reason: '“3” of S3 is none of -2, -1, 0, 1, 2' } },
  ]);
});

test('structural variants of today and fusions of older studies; events of a timeline', async () => {
  const sv = tabs(`Sample_Id|Site1_Hugo_Symbol|Site2_Hugo_Symbol|Class
S1|EML4|ALK|INVERSION
S2||NA|`);
  expect(await all(readStructuralVariants('data_sv.txt', lines(sv)))).toEqual([
    { found: { sample: 'S1', genes: ['EML4', 'ALK'], kind: 'INVERSION' } },
    { problem: { file: 'data_sv.txt', line: 3, reason: 'names no gene' } },
  ]);
  const fusions = tabs('Hugo_Symbol|Tumor_Sample_Barcode|Fusion\nROS1|S1|CD74-ROS1');
  expect(await all(readStructuralVariants('data_fusions.txt', lines(fusions)))).toMatchObject([
    { found: { sample: 'S1', genes: ['ROS1'] } },
  ]);
  const timeline = tabs(`PATIENT_ID|START_DATE|STOP_DATE|EVENT_TYPE|AGENT
P1|10|90|TREATMENT|Cisplatin
P1|2019-01-01||TREATMENT|`);
  expect(await all(readTimeline('t', lines(timeline)))).toEqual([
    {
      found: {
        patient: 'P1',
        start: 10,
        stop: 90,
        kind: 'TREATMENT',
        details: { AGENT: 'Cisplatin' },
      },
    },
    { problem: { file: 't', line: 3, reason: 'has no START_DATE in days' } },
  ]);
});

test('a study says of itself whether it is public', () => {
  const meta = readMeta(
    '\uFEFFtype_of_cancer: brca\nname: A study: of one\ngroups: GDAC; public\n',
  );
  expect(meta).toEqual({ type_of_cancer: 'brca', name: 'A study: of one', groups: 'GDAC; public' });
  expect([isPublic(meta), isPublic({ groups: 'PUBLICATIONS' }), isPublic({})]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['LUAD', 'lung'],
  ['idc', 'breast'],
  ['NPC', 'nasopharynx'],
  ['SCC', null],
  ['CUP', null],
  [null, null],
])('OncoTree %s is of %s', (code, site) => {
  expect(siteOfOncoTree(code)).toBe(site);
});

test('whatever stands in a file, every row is read or answered, none is lost', async () => {
  const cell = fc.constantFrom('P1', 'P2', 'S1', 'S2', 'NA', '', '"', '#', '1.5', 'a b');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 20 }),
      async (rows) => {
        const text = ['PATIENT_ID\tSAMPLE_ID\tX', ...rows.map((row) => row.join('\t'))].join('\n');
        const read = await all(readClinical('x', lines(text), 'SAMPLE'));
        const written = rows.filter((row) => row.join('\t').trim() !== '').length;
        expect(read.length).toBe(1 + written);
      },
    ),
    { numRuns: 200 },
  );
});
