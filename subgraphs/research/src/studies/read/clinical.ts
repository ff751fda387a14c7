import { type Attribute, type Level, readHeader } from './clinical-header.ts';
import type { Line } from './lines.ts';
import { said, unquoted } from './missing.ts';
import { StudyFileError, type StudyProblem } from './problem.ts';

/** A row of a clinical file. */
interface ClinicalRow {
  readonly patient: string;
  /** Null of a row about a patient. */
  readonly sample: string | null;
  /** By the attribute's place in the header; null where there is no value. A short row has none of the last. */
  readonly values: readonly (string | null)[];
}

type Read =
  | { readonly header: readonly Attribute[] }
  | { readonly row: ClinicalRow }
  | { readonly problem: StudyProblem };

/**
 * The rows of a clinical file of patients or of samples, after its header; what is no row is answered by its line and reason, and the
 * rest goes on.
 * @throws {StudyFileError} where there is no header
 */
export async function* readClinical(
  file: string,
  lines: AsyncIterable<Line>,
  level: Level,
): AsyncGenerator<Read> {
  const remarks: string[] = [];
  let header: readonly Attribute[] | null = null;
  let [patientAt, sampleAt] = [-1, -1];
  const seen = new Set<string>();
  for await (const line of lines) {
    const { number, text } = line;
    if (text.trim() === '') continue;
    if (header === null) {
      if (text.startsWith('#')) {
        remarks.push(text);
        continue;
      }
      header = readHeader(file, remarks, line, level);
      patientAt = header.findIndex(({ id }) => id === 'PATIENT_ID');
      sampleAt = header.findIndex(({ id }) => id === 'SAMPLE_ID');
      if (level === 'SAMPLE' && sampleAt < 0)
        throw new StudyFileError(file, number, 'there is no column SAMPLE_ID');
      yield { header };
      continue;
    }
    const cells = text.split('\t');
    const problem = (reason: string) => ({ problem: { file, line: number, reason } });
    if (cells.length > header.length) {
      yield problem(`has ${cells.length} cells where the header has ${header.length} columns`);
      continue;
    }
    const sample = level === 'SAMPLE' ? unquoted(cells[sampleAt] ?? '') : null;
    const patient = unquoted((patientAt < 0 ? sample : cells[patientAt]) ?? '');
    if (patient === '' || sample === '') {
      yield problem(patient === '' ? 'has no PATIENT_ID' : 'has no SAMPLE_ID');
      continue;
    }
    const key = sample ?? patient;
    if (seen.has(key)) {
      yield problem(`${sample === null ? 'the patient' : 'the sample'} ${key} stands there twice`);
      continue;
    }
    seen.add(key);
    yield { row: { patient, sample, values: cells.map(said) } };
  }
  if (header === null) throw new StudyFileError(file, 1, 'the file has no header');
}
