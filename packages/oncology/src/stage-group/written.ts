import { storedDate } from '../dates/partial-date.ts';
import { choice, date, FieldError, type Given, number, pairs, text } from '../registry/fields.ts';
import { CHAPTER_NAMES } from './chapter-names.ts';
import type { Classification } from './classification.ts';
import { FACTORS } from './factors.ts';
import type { StagedTumour } from './staged-tumour.ts';

/** The fields by which a file gives a staged tumour. */
export const STAGED_FIELDS = {
  site: text(
    `chapter by name: ${[...CHAPTER_NAMES.keys()].join('; ')}`,
    '分期章节名称；未填时由部位和形态学编码确定',
  ),
  topography: text('ICD-O-3 topography, C34.1', 'ICD-O-3部位编码，如C34.1'),
  morphology: text('ICD-O-3 morphology, 8140/3', 'ICD-O-3形态学编码，如8140/3'),
  diagnosed: date('date of diagnosis, which says the edition', '诊断日期（决定适用版本）'),
  edition: text(
    'edition: 8, 9, AJCC 8 …; by date of diagnosis where absent',
    '版本：8、9；未填时按诊断日期',
  ),
  classification: choice(
    'c, p, yc, yp, r, a; clinical, pathological, post-neoadjuvant, any',
    '临床、病理、新辅助后、复发或尸检分期',
    {
      c: 'c',
      clinical: 'c',
      p: 'p',
      pathological: 'p',
      yc: 'yc',
      yp: 'yp',
      'post-neoadjuvant': 'yp',
      r: 'r',
      a: 'a',
      any: 'any',
    },
  ),
  t: text('T, with or without prefix: T2a, pT2a, ypT0', 'T，可带前缀', ['T']),
  n: text('N: N1mi, pN1b', 'N，可带前缀', ['N']),
  m: text('M; absent or MX: not recorded, read as M0', 'M；未记录按M0', ['M']),
  factors: pairs(
    `what the chapter asks besides, name=value;name=value: ${Object.entries(FACTORS)
      .map(([name, { doc }]) => `${name} (${doc})`)
      .join('; ')}`,
    '章节所需的其他因素，名称=值;名称=值',
  ),
  age: number('age at diagnosis in years', '诊断年龄（岁）', 0, 130),
};

const ALIASES: Readonly<Record<string, string>> = { esoph_tumor_epicenter: 'location' };

/** The factors of a case by their own names, each checked for being readable. */
const factorsOf = (given: Readonly<Record<string, string>> | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]) => {
      const known = ALIASES[name] ?? name;
      const reading = FACTORS[known];
      if (reading === undefined)
        throw new FieldError(
          'factors',
          `“${name}” is no factor; there are ${Object.keys(FACTORS).join(', ')}`,
        );
      if (reading.read(value) === null)
        throw new FieldError('factors', `“${value}” is no value of ${name}: ${reading.doc}`);
      return [known, value];
    }),
  );

const editionOf = (written: string | null): number | null => {
  if (written === null) return null;
  const read = /(?:^|\D)([6-9])(?:\D|$)/.exec(written)?.[1];
  if (read === undefined) throw new FieldError('edition', `“${written}” names no edition`);
  return Number(read);
};

const classificationOf = (said: string | null, t: string | null): Classification | null => {
  if (said !== null) return said === 'any' ? null : (said as Classification);
  const prefix = /^(y?)([cp])/.exec(t ?? '');
  return prefix === null ? null : (`${prefix[1]}${prefix[2]}` as Classification);
};

/** A date as a file writes it, known to the day, the month or the year. */
export const partialDateOf = (written: string | null) =>
  storedDate(
    written === null ? null : `${written}-01-01`.slice(0, 10),
    written === null
      ? null
      : written.length === 4
        ? 'year'
        : written.length === 7
          ? 'month'
          : 'day',
  );

/** A staged tumour as a file gives it. Throws `FieldError` where something is not readable. */
export const stagedOf = (given: Given<typeof STAGED_FIELDS>): StagedTumour => {
  const named = given.site === null ? null : (CHAPTER_NAMES.get(given.site.toLowerCase()) ?? null);
  if (given.site !== null && named === null)
    throw new FieldError('site', `“${given.site}” is no chapter`);
  return {
    chapters: named?.chapters ?? null,
    topography: given.topography,
    morphology: given.morphology,
    diagnosed: partialDateOf(given.diagnosed),
    edition: editionOf(given.edition),
    classification: classificationOf(given.classification, given.t),
    categories: { T: given.t, N: given.n, M: given.m },
    factors: {
      ...named?.factors,
      ...(given.age === null ? {} : { age: String(given.age) }),
      ...factorsOf(given.factors),
    },
  };
};
