import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { BEHAVIOURS } from './behaviour.ts';
import { type Morphology, parseMorphology } from './codes.ts';
import { MORPHOLOGY_CHINESE_ROWS } from './morphology-chinese-rows.ts';
import { MORPHOLOGY_ROWS } from './morphology-rows.ts';

export type MorphologyTerm = {
  /** 8140/3 */
  readonly code: string;
  readonly en: string;
  /** Null where the table has no Chinese term. */
  readonly zh: string | null;
  /** Whether the Chinese term has still to be compared with the Chinese edition. */
  readonly zhToBeReviewed: boolean;
  /** Topographies the term is usual in (ICD-O-3 names them in brackets); empty when not tied to a site. */
  readonly usualSites: readonly string[];
};

const table = once(() => {
  const all = new Map<string, MorphologyTerm>();
  const unreviewed = new Map(
    rows(MORPHOLOGY_CHINESE_ROWS).map(([code = '', zh = '']) => [code, zh] as const),
  );
  for (const [code = '', en = '', zh = '', sites = ''] of rows(MORPHOLOGY_ROWS)) {
    all.set(code, {
      code,
      en,
      zh: zh || (unreviewed.get(code) ?? null),
      zhToBeReviewed: zh === '' && unreviewed.has(code),
      usualSites: sites === '' ? [] : sites.split(' '),
    });
  }
  return all as ReadonlyMap<string, MorphologyTerm>;
});

/** Histology -> the malignant term, or the first one listed: what to read when the behaviour has no term of its own. */
const byHistology = once(() => {
  const first = new Map<string, MorphologyTerm>();
  for (const term of table().values()) {
    const histology = term.code.slice(0, 4);
    if (!first.has(histology) || term.code.endsWith('/3')) first.set(histology, term);
  }
  return first as ReadonlyMap<string, MorphologyTerm>;
});

/** Every morphology of the list, in code order. */
export function morphologies(): readonly MorphologyTerm[] {
  return [...table().values()];
}

/** The term of exactly this histology and behaviour; null when the list has none. */
export function morphologyTerm(text: string): MorphologyTerm | null {
  const parsed = parseMorphology(text);
  return (parsed && table().get(parsed.code)) ?? null;
}

/** Whether histology and behaviour stand in the list together. */
export function isMorphology(text: string): boolean {
  return morphologyTerm(text) !== null;
}

/** Whether the four-digit histology exists with any behaviour (ICD-O-3 matrix rule: any behaviour may be given to it). */
export function isHistology(histology: string): boolean {
  return byHistology().has(histology);
}

/**
 * The label of a morphology however written. By ICD-O-3's matrix rule a known histology with a behaviour
 * not listed is valid: it reads as the histology's term with the behaviour after it. Where no Chinese
 * term is known, the Chinese label is the English term. Null for an unknown histology.
 */
export function morphologyLabel(text: string): Label | null {
  const parsed = parseMorphology(text);
  if (!parsed) return null;
  const exact = table().get(parsed.code);
  if (exact) return { en: exact.en, zh: exact.zh ?? exact.en };
  return matrixLabel(parsed);
}

function matrixLabel(parsed: Morphology): Label | null {
  const base = byHistology().get(parsed.histology);
  const behaviour = BEHAVIOURS.get(parsed.behaviour)?.label;
  if (!base || !behaviour) return null;
  return {
    en: `${base.en} (${behaviour.en.toLowerCase()})`,
    zh: `${base.zh ?? base.en}（${behaviour.zh}）`,
  };
}
