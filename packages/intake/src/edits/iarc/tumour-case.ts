import { ageAt } from '@nodp/oncology';
import { parseMorphology } from '@nodp/terminology';
import { type About, type Edit, type Examined, edit, type Found, type Said } from '../edit.ts';

/** A primary as the edits of registries read it. */
export interface TumourCase {
  /** Completed years at diagnosis: the least and the most that the dates allow; null where one is not known. */
  readonly age: { readonly least: number; readonly most: number } | null;
  readonly sex: string;
  /** `C34.1`; empty where not said. */
  readonly topography: string;
  /** `C34`. */
  readonly site: string;
  /** `8140`; 0 where not said. */
  readonly histology: number;
  readonly behaviour: string;
  readonly basis: string | null;
}

const cases = new WeakMap<object, readonly [About['person'], TumourCase]>();

/** A record as a case; made once for all edits of it. */
const caseOf = (record: Examined<'tumour'>, { person }: About): TumourCase => {
  const known = cases.get(record);
  if (known !== undefined && known[0] === person) return known[1];
  const age = ageAt(person?.born ?? null, record.diagnosed).value;
  const topography = record.topography ?? '';
  const morphology = record.morphology === null ? null : parseMorphology(record.morphology);
  const made: TumourCase = {
    age: age === null ? null : { least: age.least, most: age.most },
    sex: person?.sex ?? 'UNKNOWN',
    topography,
    site: topography.slice(0, 3),
    histology: Number(morphology?.histology ?? 0),
    behaviour: morphology?.behaviour ?? '',
    basis: record.basisOfDiagnosis,
  };
  cases.set(record, [person, made]);
  return made;
};

/** Certainly younger: where dates are known to the year alone, the oldest that they allow counts. */
export const younger = ({ age }: TumourCase, than: number): boolean =>
  age !== null && age.most < than;

/** Certainly as old or older. */
export const atLeast = ({ age }: TumourCase, years: number): boolean =>
  age !== null && age.least >= years;

export const between = (one: TumourCase, from: number, to: number): boolean =>
  atLeast(one, from) && younger(one, to + 1);

/** Codes and ranges as they are printed: `8150-8154 8170`. */
export const codes = (text: string): ((histology: number) => boolean) => {
  const all = new Set(
    text.split(' ').flatMap((run) => {
      const [from = 0, to = from] = run.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    }),
  );
  return (histology) => all.has(histology);
};

/** Topographies as they are printed: `C15 C38.4`. */
export const sites = (text: string): ((one: TumourCase) => boolean) => {
  const all = new Set(text.split(' '));
  return ({ site, topography }) => all.has(site) || all.has(topography);
};

const COMPARE: Said = {
  en: 'Compare it with the report; send it again where it is wrong.',
  zh: '请与报告核对；如有误，请更正后重新上报。',
};

export interface TumourEdit extends Pick<Edit, 'title' | 'fields' | 'source' | 'choice'> {
  readonly severity?: Edit['severity'];
  readonly remedy?: Said;
  readonly when: (one: TumourCase) => boolean;
}

const what = (
  { topography, histology, behaviour, age, basis }: TumourCase,
  fields: readonly string[],
): Said => {
  const parts = [topography, histology === 0 ? '' : `${String(histology)}/${behaviour}`].filter(
    Boolean,
  );
  const years = fields.includes('age') && age !== null ? age : null;
  const based = fields.includes('basisOfDiagnosis') ? basis : null;
  return {
    en: [
      ...parts,
      ...(years ? [`age ${years.least}`] : []),
      ...(based ? [`basis ${based}`] : []),
    ].join(', '),
    zh: [
      ...parts,
      ...(years ? [`${years.least}岁`] : []),
      ...(based ? [`诊断依据 ${based}`] : []),
    ].join('，'),
  };
};

/** An edit of a primary: secondary tumours have no site or age of their own to be judged by. */
export const ofTumour = ({
  when,
  severity = 'warn',
  remedy = COMPARE,
  ...rest
}: TumourEdit): Edit =>
  edit<'tumour'>({
    ...rest,
    kinds: ['tumour'],
    severity,
    since: '2026-11-29',
    find: (record, about): Found | null => {
      if (record.spread !== 'PRIMARY') return null;
      const one = caseOf(record, about);
      if (!when(one)) return null;
      const values = what(one, rest.fields);
      return {
        elements: ['code'],
        reason: {
          en: `${rest.title.en} (${values.en}).`,
          zh: `${rest.title.zh}（${values.zh}）。`,
        },
        remedy,
      };
    },
  });
