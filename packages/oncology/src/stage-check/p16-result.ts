import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import type { PartialDate } from '../dates/partial-date.ts';

/** A result of the stain for p16. */
export interface P16Result {
  readonly positive: boolean;
  readonly tested: PartialDate | null;
}

/** A molecular or immunohistochemical result as it is recorded. */
export interface RecordedResult {
  readonly code: string | null;
  readonly display: string | null;
  readonly finding: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: string | null;
  readonly tested: PartialDate | null;
}

/** Whether a code or a name asks for p16. */
export const isP16 = ({ code, display }: Pick<RecordedResult, 'code' | 'display'>): boolean =>
  [
    code === null ? null : (biomarkerOfLoinc(code) ?? biomarkerOfName(code)),
    display === null ? null : biomarkerOfName(display),
  ].some((known) => known?.id === 'p16');

/** Per cent of stained tumour cells: from 75 on it is positive (AJCC, 8th edition, chapter 10), below 70 negative (CAP 2018). */
const POSITIVE_FROM = 75;
const NEGATIVE_BELOW = 70;

const ofPercent = ({ value, unit, comparator }: RecordedResult): boolean | null => {
  if (value === null || unit !== '%') return null;
  if (value >= POSITIVE_FROM && comparator !== '<' && comparator !== '<=') return true;
  return value < NEGATIVE_BELOW && comparator !== '>' && comparator !== '>=' ? false : null;
};

/** What a result says of p16: as it was read, or by the cells that are stained; null of another marker or where it says neither. */
export const p16Result = (recorded: RecordedResult): P16Result | null => {
  if (!isP16(recorded)) return null;
  const { finding, tested } = recorded;
  const positive =
    finding === 'positive'
      ? true
      : finding === 'negative'
        ? false
        : finding === null
          ? ofPercent(recorded)
          : null;
  return positive === null ? null : { positive, tested };
};
