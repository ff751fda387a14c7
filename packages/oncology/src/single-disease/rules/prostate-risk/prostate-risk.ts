import type { NotKnown } from '../../facts.ts';

export type ProstateRisk = 'LOW' | 'INTERMEDIATE' | 'HIGH' | 'LOCALLY_ADVANCED' | 'METASTATIC';

/** The grade group of a Gleason score of two patterns, or of the sum where it alone tells; null where it does not (7 is 2 or 3). */
export const gradeGroupOfGleason = (value: string): number | null => {
  const patterns = /([1-5])\s*\+\s*([1-5])/.exec(value);
  if (patterns !== null) {
    const [first, second] = [Number(patterns[1]), Number(patterns[2])];
    if (first + second === 7) return first === 3 ? 2 : 3;
    return ofSum(first + second);
  }
  const sum = /^\s*(\d{1,2})\s*$/.exec(value)?.[1];
  return sum === undefined ? null : ofSum(Number(sum));
};

const ofSum = (sum: number): number | null => {
  if (sum >= 2 && sum <= 6) return 1;
  return sum === 8 ? 4 : sum === 9 || sum === 10 ? 5 : null;
};

type Level = 'low' | 'middle' | 'high' | null;

const ofT = (t: string | null): Level | 'advanced' => {
  const category = /T([1-4])([a-c])?/i.exec(t ?? '');
  if (category === null) return null;
  const [, level, part] = category;
  if (level === '3' || level === '4') return 'advanced';
  if (level === '1') return 'low';
  return (
    ({ a: 'low', b: 'middle', c: 'high' }[(part ?? '').toLowerCase()] as Level | undefined) ?? null
  );
};

/**
 * Risk group of prostate cancer: the worst of PSA, grade group and T decides; a low risk needs all three. N1 or T3 to T4 is locally
 * advanced, M1 metastatic. Source: EAU–EANM–ESTRO–ESUR–ISUP–SIOG guidelines on prostate cancer, table of risk groups, after D'Amico AV
 * et al., JAMA 1998;280:969–74; grade groups: Epstein JI et al., Am J Surg Pathol 2016;40:244–52.
 */
export const prostateRisk = ({
  psa,
  gradeGroup,
  t,
  n,
  m,
}: {
  /** ng/mL. */
  readonly psa: number | NotKnown;
  readonly gradeGroup: number | null;
  readonly t: string | null;
  readonly n: string | null;
  readonly m: string | null;
}): ProstateRisk | 'UNKNOWN' => {
  if (/M1/i.test(m ?? '')) return 'METASTATIC';
  const ofTumour = ofT(t);
  if (/N1/i.test(n ?? '') || ofTumour === 'advanced') return 'LOCALLY_ADVANCED';
  const levels: readonly Level[] = [
    ofTumour,
    typeof psa !== 'number' ? null : psa < 10 ? 'low' : psa <= 20 ? 'middle' : 'high',
    gradeGroup === null ? null : gradeGroup === 1 ? 'low' : gradeGroup <= 3 ? 'middle' : 'high',
  ];
  if (levels.includes('high')) return 'HIGH';
  if (levels.includes(null)) return 'UNKNOWN';
  return levels.includes('middle') ? 'INTERMEDIATE' : 'LOW';
};
