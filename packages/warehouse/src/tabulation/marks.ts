import { has } from '@nodp/cohorts/engine';
import type { CaseColumns } from '../columns/case-columns.ts';
import { type BASES, MARKS, type Mark, UNTIMED } from './tabulation.ts';

/**
 * IARC's codes of how a diagnosis was made: 0 death certificate only; 5 cytology, 6 histology of a metastasis, 7 of the
 * primary, and 8 of an autopsy where it is still used, are microscopic; 1, 2 and 4 other; 9 and none not known.
 */
const BASIS: Readonly<Record<string, (typeof BASES)[number]>> = {
  0: 'DEATH_CERTIFICATE',
  1: 'OTHER',
  2: 'OTHER',
  3: 'OTHER',
  4: 'OTHER',
  5: 'MICROSCOPIC',
  6: 'MICROSCOPIC',
  7: 'MICROSCOPIC',
  8: 'MICROSCOPIC',
};

/** How a diagnosis was made, of a code of the IARC; null where none was sent. */
export const basisOf = (code: string | null): (typeof BASES)[number] =>
  BASIS[code ?? ''] ?? 'UNKNOWN';

/** The places in `MARKS` that each case has. */
export const marksOf = ({ basis_of_diagnosis, untimed, stage, flags }: CaseColumns) => {
  const place = (mark: Mark): number => MARKS.indexOf(mark);
  const bases = [null, ...basis_of_diagnosis.values].map((code) => place(basisOf(code)));
  const reasons = [null, ...untimed.values].map((reason) =>
    UNTIMED.some((known) => known === reason) ? [place(reason as Mark)] : [],
  );
  const staging = [null, ...stage.values].map((value) =>
    place(value === null || value === 'UNKNOWN' ? 'UNSTAGED' : 'STAGED'),
  );
  const placed = place('DEATH_PLACED');
  return (row: number): readonly number[] => [
    bases[basis_of_diagnosis.codes[row] as number] as number,
    ...(reasons[untimed.codes[row] as number] as number[]),
    staging[stage.codes[row] as number] as number,
    ...(has(flags.death_placed, row) ? [placed] : []),
  ];
};
