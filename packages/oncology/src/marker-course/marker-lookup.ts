import { MARKERS, type Marker, type MarkerId } from './markers.ts';

const byLoinc = new Map(MARKERS.flatMap((one) => one.loinc.map((code) => [code, one] as const)));
const byName = new Map(
  MARKERS.flatMap((one) =>
    [one.id, one.name.en, one.name.zh].map((name) => [name.toLowerCase(), one] as const),
  ),
);

export const markerOfLoinc = (code: string): Marker | null => byLoinc.get(code) ?? null;

const ALSO: Readonly<Record<string, MarkerId>> = {
  dcp: 'PIVKA-II',
  'beta-hcg': 'hCG',
  'β-hcg': 'hCG',
  tg: 'thyroglobulin',
  'scc antigen': 'SCC',
  'scc-ag': 'SCC',
  'ebv-dna': 'EBV DNA',
  'ebv dna plasma': 'EBV DNA',
  'pivka-ii (dcp)': 'PIVKA-II',
  'ca 19-9': 'CA19-9',
  'ca 125': 'CA125',
  'ca-125': 'CA125',
  'ca 15-3': 'CA15-3',
  cyfra: 'CYFRA 21-1',
};

/** A marker by its name or LOINC code; null where there is none. */
export const markerOf = (name: string): Marker | null => {
  const plain = name.trim().toLowerCase();
  const also = Object.hasOwn(ALSO, plain) ? ALSO[plain] : undefined;
  return (
    byName.get(plain) ?? byLoinc.get(name.trim()) ?? MARKERS.find(({ id }) => id === also) ?? null
  );
};
