import { parseMorphology, parseTopography } from '@nodp/terminology';
import { storedDate } from '../dates/partial-date.ts';
import { choice, date, FieldError, type Given, number, pairs, text } from '../registry/fields.ts';
import { CHAPTER_NAMES, chaptersNamed } from './chapter-names.ts';
import type { Classification } from './classification.ts';
import { FACTORS } from './factors.ts';
import type { StagedTumour } from './staged-tumour.ts';

/** The names of chapters that are, or are not, written in Chinese. */
const namesIn = (language: 'en' | 'zh'): string =>
  [...CHAPTER_NAMES.keys()]
    .filter((name) => /\p{Script=Han}/u.test(name) === (language === 'zh'))
    .join('; ');

/** The fields by which a file gives a staged tumour. */
export const STAGED_FIELDS = {
  site: text(
    `chapter by id, title or another name; by topography and morphology where absent: ${namesIn('en')}`,
    `分期章节名称（中文、英文或编号均可）；未填时由部位和形态学编码确定：${namesIn('zh')}`,
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
    'c、p、yc、yp、r、a；临床、病理、新辅助后、复发、尸检、不限',
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
      临床: 'c',
      病理: 'p',
      新辅助后: 'yp',
      复发: 'r',
      尸检: 'a',
      不限: 'any',
    },
  ),
  t: text('T, with or without prefix: T2a, pT2a, ypT0', 'T，可带前缀', ['T']),
  n: text('N: N1mi, pN1b', 'N，可带前缀', ['N']),
  m: text('M; absent or MX: not recorded, read as M0', 'M；未记录按M0', ['M']),
  factors: pairs(
    `what the chapter asks besides, name=value;name=value: ${Object.entries(FACTORS)
      .map(([name, { doc }]) => `${name} (${doc.en})`)
      .join('; ')}`,
    `章节所需的其他因素，名称=值;名称=值：${Object.entries(FACTORS)
      .map(([name, { doc }]) => `${name}（${doc.zh}）`)
      .join('；')}`,
  ),
  age: number('age at diagnosis in years', '诊断年龄（岁）', 0, 130),
};

const ALIASES: Readonly<Record<string, string>> = { esoph_tumor_epicenter: 'location' };

/** The factors of a case by their own names, each checked for being readable. */
const factorsOf = (given: Readonly<Record<string, string>> | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given ?? {}).map(([name, value]) => {
      const written = name.toLowerCase();
      const known = ALIASES[written] ?? written;
      const reading = Object.hasOwn(FACTORS, known) ? FACTORS[known] : undefined;
      if (reading === undefined)
        throw new FieldError(
          'factors',
          `“${name}” is no factor; there are ${Object.keys(FACTORS).join(', ')}`,
          `没有名为“${name}”的因素；可用：${Object.keys(FACTORS).join('、')}`,
        );
      if (reading.read(value) === null)
        throw new FieldError(
          'factors',
          `“${value}” is no value of ${name}: ${reading.doc.en}`,
          `“${value}”不是${name}的取值：${reading.doc.zh}`,
        );
      return [known, value];
    }),
  );

const editionOf = (written: string | null): number | null => {
  if (written === null) return null;
  const read = /(?:^|\D)([6-9])(?:\D|$)/.exec(written)?.[1];
  if (read === undefined)
    throw new FieldError(
      'edition',
      `“${written}” names no edition`,
      `“${written}”不是版本（如8、9）`,
    );
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

/** Codes of ICD-O-3 that cannot be read are said and not taken for a tumour without a chapter. */
const checkCodes = ({ topography, morphology }: Given<typeof STAGED_FIELDS>): void => {
  if (topography !== null && parseTopography(topography) === null)
    throw new FieldError(
      'topography',
      `“${topography}” is no ICD-O-3 topography (C34.1)`,
      `“${topography}”不是ICD-O-3部位编码（如C34.1）`,
    );
  if (morphology !== null && parseMorphology(morphology) === null)
    throw new FieldError(
      'morphology',
      `“${morphology}” is no ICD-O-3 morphology with its behaviour (8140/3)`,
      `“${morphology}”不是带行为码的ICD-O-3形态学编码（如8140/3）`,
    );
};

/** A staged tumour as a file gives it. Throws `FieldError` where something is not readable. */
export const stagedOf = (given: Given<typeof STAGED_FIELDS>): StagedTumour => {
  checkCodes(given);
  const named = given.site === null ? null : chaptersNamed(given.site);
  if (given.site !== null && named === null)
    throw new FieldError(
      'site',
      `“${given.site}” is no chapter: take a name that the field lists, or give the topography instead`,
      `没有名为“${given.site}”的分期章节：请用字段说明中的名称，或改填部位编码`,
    );
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
