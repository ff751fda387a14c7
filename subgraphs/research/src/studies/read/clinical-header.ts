import { unquoted } from './missing.ts';
import { StudyFileError } from './problem.ts';

export type Level = 'PATIENT' | 'SAMPLE';

/** A clinical attribute as a study declares it. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isNumber: boolean;
  readonly level: Level;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^#+\s*/, '')
    .split('\t')
    .map(unquoted);
const isTypes = (row: readonly string[]): boolean =>
  row.every((cell) => /^(?:STRING|NUMBER|BOOLEAN|DATE)?$/i.test(cell)) && row.some((c) => c !== '');
const isLevels = (row: readonly string[]): boolean =>
  row.every((cell) => /^(?:PATIENT|SAMPLE)?$/i.test(cell)) && row.some((c) => c !== '');
const isPriorities = (row: readonly string[]): boolean =>
  row.every((cell) => /^\d*$/.test(cell)) && row.some((c) => c !== '');

/**
 * The attributes of a clinical file. Before the row of ids stand none, four or five rows that begin with `#`: names, descriptions,
 * types and priorities, and in files of patients and samples at once which is of which. Rows are told by what is in them, since older
 * studies leave some out or change their order.
 * @param remarks the rows before the ids, without their line ends
 * @throws {StudyFileError} where the ids have no PATIENT_ID, or one twice
 */
export const readHeader = (
  file: string,
  remarks: readonly string[],
  ids: { readonly number: number; readonly text: string },
  level: Level,
): readonly Attribute[] => {
  const columns = ids.text.split('\t').map((cell) => unquoted(cell).toUpperCase());
  if (!columns.includes('PATIENT_ID') && !(level === 'SAMPLE' && columns.includes('SAMPLE_ID')))
    throw new StudyFileError(file, ids.number, 'there is no column PATIENT_ID');
  const seen = new Set<string>();
  const twice = columns.find((id) => id !== '' && seen.size === seen.add(id).size);
  if (twice !== undefined)
    throw new StudyFileError(file, ids.number, `the column ${twice} stands there twice`);
  const rows = remarks.map(cellsOf).filter((row) => row.length > 1 || (row[0] ?? '') !== '');
  const types = rows.find(isTypes);
  const levels = rows.find(isLevels);
  const [names, descriptions] = rows.filter(
    (row) => row !== types && row !== levels && !isPriorities(row),
  );
  return columns.map((id, i) => ({
    id,
    name: names?.[i] || id,
    description: descriptions?.[i] ?? '',
    isNumber: types?.[i]?.toUpperCase() === 'NUMBER',
    level:
      levels?.[i]?.toUpperCase() === 'PATIENT'
        ? 'PATIENT'
        : levels === undefined
          ? level
          : 'SAMPLE',
  }));
};
