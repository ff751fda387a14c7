import { basename } from 'node:path';
import {
  readCopyNumbers,
  readMutations,
  readStructuralVariants,
  readTimeline,
} from '../read/alterations.ts';
import { readClinical } from '../read/clinical.ts';
import type { Attribute, Level } from '../read/clinical-header.ts';
import { linesOf } from '../read/lines.ts';
import { metaIn } from '../read/meta.ts';
import { siteOfOncoTree } from '../read/oncotree.ts';
import type { StudyProblem } from '../read/problem.ts';
import type { Part, StudyFile } from './files.ts';
import type { StudySink } from './sink.ts';

/** What is known while a study is read. */
export interface Reading {
  readonly sink: StudySink;
  readonly samples: Map<string, string>;
  readonly patients: Set<string>;
  readonly attributes: Map<string, Attribute>;
  problem(problem: StudyProblem): void;
}

const KEYS = new Set(['PATIENT_ID', 'SAMPLE_ID']);

const putValue = (
  reading: Reading,
  { id, level }: Attribute,
  row: { patient: string; sample: string | null },
  value: string,
) => {
  if (level === 'PATIENT' || row.sample === null)
    reading.sink.put('patient_values', [row.patient, id, value]);
  else reading.sink.put('sample_values', [row.sample, id, value]);
};

const clinical = async (reading: Reading, path: string, level: Level): Promise<void> => {
  let header: readonly Attribute[] = [];
  let codeAt = -1;
  for await (const read of readClinical(basename(path), linesOf(path), level)) {
    if ('problem' in read) reading.problem(read.problem);
    else if ('header' in read) {
      ({ header } = read);
      codeAt = header.findIndex(({ id }) => id === 'ONCOTREE_CODE');
      for (const attribute of header)
        if (!KEYS.has(attribute.id) && attribute.id !== '' && !reading.attributes.has(attribute.id))
          reading.attributes.set(attribute.id, attribute);
    } else {
      const { patient, sample, values } = read.row;
      reading.patients.add(patient);
      if (sample !== null) {
        reading.samples.set(sample, patient);
        const code = values[codeAt] ?? null;
        reading.sink.put('samples', [sample, patient, code, siteOfOncoTree(code)]);
      }
      for (const [i, value] of values.entries()) {
        const attribute = header[i];
        if (attribute === undefined || value === null) continue;
        if (!KEYS.has(attribute.id) && attribute.id !== '')
          putValue(reading, attribute, read.row, value);
      }
    }
  }
};

/** Whether a sample is one of the study; what is of no sample is answered, not guessed. */
const isKnown = (reading: Reading, file: string, sample: string, told: Set<string>): boolean => {
  if (reading.samples.has(sample)) return true;
  if (!told.has(sample)) {
    told.add(sample);
    reading.problem({
      file,
      line: 0,
      reason: `names the sample ${sample}, which the clinical file of samples has not`,
    });
  }
  return false;
};

const mutations = async (reading: Reading, path: string): Promise<void> => {
  const told = new Set<string>();
  for await (const read of readMutations(basename(path), linesOf(path)))
    if ('problem' in read) reading.problem(read.problem);
    else {
      const { sample, gene, kind, protein, fraction } = read.found;
      if (isKnown(reading, basename(path), sample, told))
        reading.sink.put('mutations', [sample, gene, kind, protein, fraction]);
    }
};

const copyNumbers = async (reading: Reading, path: string): Promise<void> => {
  const told = new Set<string>();
  for await (const read of readCopyNumbers(basename(path), linesOf(path)))
    if ('problem' in read) reading.problem(read.problem);
    else if ('samples' in read) {
      for (const sample of read.samples)
        if (isKnown(reading, basename(path), sample, told))
          reading.sink.put('profiled', [sample, 'copy_numbers']);
    } else if (reading.samples.has(read.found.sample))
      reading.sink.put('copy_numbers', [read.found.sample, read.found.gene, read.found.change]);
};

const structuralVariants = async (reading: Reading, path: string): Promise<void> => {
  const told = new Set<string>();
  for await (const read of readStructuralVariants(basename(path), linesOf(path)))
    if ('problem' in read) reading.problem(read.problem);
    else if (isKnown(reading, basename(path), read.found.sample, told))
      for (const gene of read.found.genes)
        reading.sink.put('structural_variants', [read.found.sample, gene, read.found.kind]);
};

const timeline = async (reading: Reading, path: string): Promise<void> => {
  for await (const read of readTimeline(basename(path), linesOf(path)))
    if ('problem' in read) reading.problem(read.problem);
    else {
      const { patient, start, stop, kind, details } = read.found;
      reading.sink.put('timeline', [patient, start, stop, kind, JSON.stringify(details)]);
    }
};

const PROFILES: Readonly<Record<string, string>> = {
  sequenced: 'mutations',
  cna: 'copy_numbers',
  sv: 'structural_variants',
};

const caseList = async (reading: Reading, path: string): Promise<void> => {
  const profile = PROFILES[/cases_(\w+)\.txt$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
  const { case_list_ids: ids = '' } = await metaIn(path);
  if (profile === undefined) return;
  for (const sample of ids.split(/\s+/).filter((id) => reading.samples.has(id)))
    reading.sink.put('profiled', [sample, profile]);
};

/** In the order in which they are read: samples are known before what is said of them. */
const READERS: readonly (readonly [Part, (reading: Reading, path: string) => Promise<void>])[] = [
  ['patients', (reading, path) => clinical(reading, path, 'PATIENT')],
  ['samples', (reading, path) => clinical(reading, path, 'SAMPLE')],
  ['mutations', mutations],
  ['copyNumbers', copyNumbers],
  ['structuralVariants', structuralVariants],
  ['timeline', timeline],
  ['caseList', caseList],
];

export const readParts = async (reading: Reading, files: readonly StudyFile[]): Promise<void> => {
  for (const [part, read] of READERS)
    for (const { path } of files.filter((file) => file.part === part)) await read(reading, path);
  let place = 0;
  for (const { id, name, description, isNumber, level } of reading.attributes.values())
    reading.sink.put('attributes', [place++, id, name, description, isNumber, level]);
  for (const patient of reading.patients) reading.sink.put('patients', [patient]);
};
