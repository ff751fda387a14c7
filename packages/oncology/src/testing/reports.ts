import type { PartialDate } from '../dates/partial-date.ts';
import type { StageReport, TumourReport } from '../reports.ts';

/** `2019`, `2019-03` or `2019-03-14`, as worked examples write dates. */
export const written = (text: string | null | undefined): PartialDate | null => {
  if (!text) return null;
  const precision = text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day';
  return { date: `${text}-01-01`.slice(0, 10), precision };
};

type Written<T, DateKey extends keyof T> = Partial<Omit<T, DateKey>> & { id: string } & {
  [Key in DateKey]?: string | null;
};

/** A tumour as worked examples write it: what is not said is a primary of the hospital `1` whose key is its id. */
export const tumour = (t: Written<TumourReport, 'diagnosed'>): TumourReport => ({
  institutionId: '1',
  sourceId: t.id,
  kind: 'PRIMARY',
  siteGroup: 'lung',
  topography: null,
  morphology: null,
  icd10: null,
  basisOfDiagnosis: null,
  laterality: null,
  ...t,
  diagnosed: written(t.diagnosed),
});

/** A stage as worked examples write it: what is not said is a stage group of the hospital `1` that names no tumour. */
export const stage = (s: Written<StageReport, 'assessed'>): StageReport => ({
  institutionId: '1',
  sourceId: s.id,
  tumourSourceId: null,
  axis: 'group',
  classification: null,
  value: '',
  ...s,
  assessed: written(s.assessed),
});
