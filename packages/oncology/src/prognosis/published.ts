import type { Label } from '@nodp/terminology';
import type { Json } from '../registry/rule.ts';
import type { ScoreId } from './scores.ts';

/** What became of 100 of the people that a score was made from, by the score’s own answer. */
interface Published {
  /** The part of the answer that names the group. */
  readonly of: (answer: Json) => string;
  readonly what: Label;
  readonly source: string;
  /** A public table that repeats the figures and was read; null where they were compared with nothing. */
  readonly comparedWith: string | null;
  /** Of 100; null where the source gives none of the group. */
  readonly groups: Readonly<Record<string, number>>;
}

const part =
  (name: string) =>
  (answer: Json): string =>
    answer !== null && typeof answer === 'object' && !Array.isArray(answer)
      ? String((answer as { readonly [key: string]: Json })[name])
      : String(answer);

/** Held as their compiler knows them from the papers, which were not read; none is of China. Compared on 29 November 2026. */
export const PUBLISHED: { readonly [Id in ScoreId]?: Published } = {
  ipi: {
    of: part('risk'),
    what: { en: 'alive after 5 years', zh: '5年存活' },
    source: 'N Engl J Med 1993;329:987-94 (before rituximab)',
    comparedWith: 'hematool.ch, International Prognostic Index',
    groups: { low: 73, 'low-intermediate': 51, 'high-intermediate': 43, high: 26 },
  },
  'nccn-ipi': {
    of: part('risk'),
    what: { en: 'alive after 5 years', zh: '5年存活' },
    source: 'Blood 2014;123:837-42',
    comparedWith: 'bloodref.com, NCCN-IPI; of the lowest and highest group the abstract',
    groups: { low: 96, 'low-intermediate': 82, 'high-intermediate': 64, high: 33 },
  },
  imdc: {
    of: part('risk'),
    what: { en: 'alive after 2 years', zh: '2年存活' },
    source: 'J Clin Oncol 2009;27:5794-9 (VEGF-targeted treatment)',
    comparedWith: null,
    groups: { favourable: 75, intermediate: 53, poor: 7 },
  },
  fong: {
    of: String,
    what: { en: 'alive after 5 years', zh: '5年存活' },
    source: 'Ann Surg 1999;230:309-21',
    comparedWith: null,
    groups: { 0: 60, 1: 44, 2: 40, 3: 20, 4: 25, 5: 14 },
  },
};
