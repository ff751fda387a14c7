import { type Behaviour, isBehaviour } from './behaviour.ts';

/** An ICD-O-3 topography code: `site` C34, `code` C34.1; `subsite` null where only the site is known. */
export type Topography = {
  readonly code: string;
  readonly site: string;
  readonly subsite: string | null;
};

/** An ICD-O-3 morphology: histology 8140, behaviour 3, written 8140/3. */
export type Morphology = {
  readonly code: string;
  readonly histology: string;
  readonly behaviour: Behaviour;
  readonly grade: string | null;
};

/**
 * Reads the ways topography is written (`C34.1`, `C341`, `c34`, `C34.1 `); null when it is not of
 * that form. The form alone is judged here: `isTopography` of the './topography' entry knows the list.
 */
export function parseTopography(text: string): Topography | null {
  const m = /^C(\d\d)(?:\.?(\d))?$/.exec(text.normalize('NFKC').trim().toUpperCase());
  if (!m) return null;
  const site = `C${m[1]}`;
  const subsite = m[2] ?? null;
  return { code: subsite === null ? site : `${site}.${subsite}`, site, subsite };
}

/**
 * Reads the ways morphology is written: `8140/3`, `M8140/3`, `M-8140/3`, `81403`, `8140/32` (with
 * grade), `80463/3` (behaviour written twice, as in an mCODE example) where both agree, and `M81400/3` or `M81400/3x001` as
 * China's national editions of ICD-10 write it, whose fifth digit extends the histology.
 * Null when it is none of these. Form alone; `isMorphology` of './morphology' knows the list.
 */
export function parseMorphology(text: string): Morphology | null {
  const written = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s*\/\s*/, '/');
  const extended = /^M[- ]?(\d{4})\d?(?:X\d+)?\/(\d)(?:X\d+)?$/.exec(written);
  const m = extended ?? /^(?:M[- ]?)?(\d{4})(?:\/?(\d)(\d)?|(\d)\/(\d))$/.exec(written);
  if (!m) return null;
  const [, histology, single, grade, first, second] = m;
  if (histology === undefined || Number(histology) < 8000) return null;
  if (first !== undefined && first !== second) return null;
  const behaviour = single ?? first ?? '';
  if (!isBehaviour(behaviour) || grade === '0') return null;
  return { code: `${histology}/${behaviour}`, histology, behaviour, grade: grade ?? null };
}

/** Writes a topography the compact way registries exchange it: C341; C34 becomes C349 where asked. */
export function compactTopography(topography: Topography): string {
  return topography.site + (topography.subsite ?? '');
}

/** Writes a morphology the compact way: 81403. */
export function compactMorphology(morphology: Morphology): string {
  return morphology.histology + morphology.behaviour;
}
