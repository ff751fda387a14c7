import { parseMorphology, parseTopography } from '@nodp/terminology';
import type { Chapter } from './chapter.ts';
import { CHAPTERS } from './chapters.ts';
import type { FactorValues } from './factors.ts';
import { FACTORS } from './factors.ts';

/** Why no chapter of the manual gives a group. */
export type NotApplicable =
  | 'lymphoma'
  | 'leukaemia'
  | 'myeloma'
  | 'central-nervous-system'
  | 'no-chapter-for-site-and-morphology'
  | 'benign-or-uncertain-behaviour';

export type ChapterOf =
  | { readonly chapters: readonly string[]; readonly p16Assumed: boolean }
  | { readonly notApplicable: NotApplicable };

/** `C18.0 C18.2-C20.9` as numbers 180, 182 to 209. */
const rangesOf = (text: string): readonly (readonly [number, number])[] =>
  text.split(' ').map((range) => {
    const [from = '', to = from] = range.replaceAll(/[C.]/g, '').split('-');
    return [Number(from), Number(to)];
  });

const within = (ranges: readonly (readonly [number, number])[], value: number): boolean =>
  ranges.some(([from, to]) => from <= value && value <= to);

interface Selection {
  readonly chapter: Chapter;
  readonly fits: (site: number, histology: number) => boolean;
}

const SELECTIONS: readonly Selection[] = CHAPTERS.map((chapter) => {
  const sites = rangesOf(chapter.sites);
  const histologies = rangesOf(chapter.histologies);
  return {
    chapter,
    fits: (site, histology) => within(sites, site) && within(histologies, histology),
  };
});

const haematopoietic = (histology: number): NotApplicable | null => {
  if (histology >= 9731 && histology <= 9734) return 'myeloma';
  if ([9823, 9826, 9827].includes(histology)) return 'lymphoma';
  if (histology >= 9590 && histology <= 9739) return 'lymphoma';
  return histology >= 9740 && histology <= 9993 ? 'leukaemia' : null;
};

/** Siewert types I and II are staged as oesophagus, III as stomach. */
const ofJunction = (chapters: readonly string[], factors: FactorValues): readonly string[] => {
  const siewert = FACTORS.siewert?.read(factors.siewert ?? '') ?? null;
  if (siewert === null || siewert === 'X') return chapters;
  return chapters.filter((id) => (id === 'stomach') === (siewert === 'III'));
};

/**
 * The chapters by which a tumour is staged: one, or several where what is known leaves them open (the epicentre of a
 * tumour of the junction, the histology of an oesophageal carcinoma not specified, the part of an extrahepatic duct).
 * An oropharynx whose p16 was not tested is staged as p16-negative: AJCC 8th edition, chapter 10.
 */
export const chapterOf = (
  topography: string,
  morphology: string | null,
  factors: FactorValues,
): ChapterOf => {
  const site = parseTopography(topography);
  const read = morphology === null ? null : parseMorphology(morphology);
  if (site === null || (morphology !== null && read === null))
    return { notApplicable: 'no-chapter-for-site-and-morphology' };
  if (read !== null && (read.behaviour === '0' || read.behaviour === '1'))
    return { notApplicable: 'benign-or-uncertain-behaviour' };
  // A neoplasm without a morphology is taken for a carcinoma not further specified.
  const histology = read === null ? 8010 : Number(read.histology);
  const place = Number(`${site.site.slice(1)}${site.subsite ?? '9'}`);
  const found = [
    ...new Set(
      SELECTIONS.filter(({ fits }) => fits(place, histology)).map(({ chapter }) => chapter.id),
    ),
  ];
  const blood = haematopoietic(histology);
  if (found.length === 0 && blood !== null) return { notApplicable: blood };
  if (place >= 700 && place <= 729) return { notApplicable: 'central-nervous-system' };
  if (found.includes('mycosis-fungoides'))
    return { chapters: ['mycosis-fungoides'], p16Assumed: false };
  if (found.includes('oropharynx-p16-positive')) {
    const p16 = FACTORS.p16?.read(factors.p16 ?? '') ?? 'X';
    return {
      chapters: [p16 === '1' ? 'oropharynx-p16-positive' : 'oropharynx-p16-negative'],
      p16Assumed: p16 === 'X',
    };
  }
  if (found.length === 0) return { notApplicable: 'no-chapter-for-site-and-morphology' };
  return { chapters: place === 160 ? ofJunction(found, factors) : found, p16Assumed: false };
};
