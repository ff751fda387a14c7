import type { NotKnown } from '../../facts.ts';
import type { Finding } from '../../read/tests.ts';

export type BreastSubtype =
  | 'LUMINAL_A'
  | 'LUMINAL_B_HER2_NEGATIVE'
  | 'LUMINAL_B_HER2_POSITIVE'
  | 'HER2_POSITIVE'
  | 'TRIPLE_NEGATIVE';

type Result = Finding | NotKnown;

/** Per cent of cells from which Ki-67 is high: the panel's 2013 limit (2011: 14 %). */
const HIGH = 20;

/**
 * Surrogate intrinsic subtype of breast cancer from immunohistochemistry. HER2 2+ without in-situ hybridisation (equivocal) decides
 * nothing. Luminal A asks for a positive oestrogen and progesterone receptor and a low Ki-67.
 * Source: Goldhirsch A et al., St Gallen 2013, Ann Oncol 2013;24:2206–23; the limit of 20 % as in the Chinese guideline (CACA 2021).
 */
export const breastSubtype = ({
  er,
  pr,
  her2,
  ki67,
}: {
  readonly er: Result;
  readonly pr: Result;
  readonly her2: Result;
  /** Per cent. */
  readonly ki67: number | NotKnown;
}): BreastSubtype | 'UNKNOWN' => {
  if (her2 !== 'POSITIVE' && her2 !== 'NEGATIVE') return 'UNKNOWN';
  if (er === 'NEGATIVE' && pr === 'NEGATIVE')
    return her2 === 'POSITIVE' ? 'HER2_POSITIVE' : 'TRIPLE_NEGATIVE';
  if (er !== 'POSITIVE' && pr !== 'POSITIVE') return 'UNKNOWN';
  if (her2 === 'POSITIVE') return 'LUMINAL_B_HER2_POSITIVE';
  // One of the two decides for B: the other need not be known.
  if (er === 'NEGATIVE' || pr === 'NEGATIVE') return 'LUMINAL_B_HER2_NEGATIVE';
  if (typeof ki67 === 'number' && ki67 >= HIGH) return 'LUMINAL_B_HER2_NEGATIVE';
  return er === 'POSITIVE' && pr === 'POSITIVE' && typeof ki67 === 'number'
    ? 'LUMINAL_A'
    : 'UNKNOWN';
};
