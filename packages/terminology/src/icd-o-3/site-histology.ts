import type { Label } from '../label.ts';
import { once, rows } from '../rows.ts';
import { parseMorphology, parseTopography } from './codes.ts';
import { SITE_HISTOLOGY_ROWS } from './site-histology-rows.ts';

/** `must`: only at the family's topographies; `not`: anywhere but there; `any`: everywhere. */
export type SiteRule = 'must' | 'not' | 'any';

export type HistologyFamily = {
  /** IARC family number 01 to 70; 00 for histologies free of site. */
  readonly family: string;
  readonly rule: SiteRule;
  readonly label: Label;
  /** Sites (C18) and subsites (C42.0) the rule names. */
  readonly topographies: readonly string[];
};

const table = once(() => {
  const byHistology = new Map<number, HistologyFamily>();
  for (const [family = '', rule = '', histologies = '', sites = '', en = '', zh = ''] of rows(
    SITE_HISTOLOGY_ROWS,
  )) {
    const topographies = sites
      .split(' ')
      .filter(Boolean)
      .map((site) => parseTopography(site)?.code ?? site);
    const entry: HistologyFamily = {
      family,
      rule: rule as SiteRule,
      label: { en, zh },
      topographies,
    };
    for (const run of histologies.split(' ')) {
      const [from = 0, to = from] = run.split('-').map(Number);
      for (let h = from; h <= to; h++) byHistology.set(h, entry);
    }
  }
  return byHistology as ReadonlyMap<number, HistologyFamily>;
});

/** The IARC family of a morphology (8140/3) or histology (8140); null for one the rule does not list. */
export function histologyFamily(morphology: string): HistologyFamily | null {
  const histology =
    parseMorphology(morphology)?.histology ?? /^\d{4}$/.exec(morphology.trim())?.[0];
  return (histology && table().get(Number(histology))) || null;
}

/** `consistent`, `unlikely` (to be verified, not necessarily wrong), or `unknown`: a code not of the lists. */
export type SiteHistologyVerdict = {
  readonly verdict: 'consistent' | 'unlikely' | 'unknown';
  readonly family: HistologyFamily | null;
};

/**
 * IARC's site-histology edit. Source: IARC Technical Report No. 42 (2005), section on the consistency
 * of site and histology. A three-character site is consistent when any of its subsites could be.
 */
export function siteHistology(topography: string, morphology: string): SiteHistologyVerdict {
  const family = histologyFamily(morphology);
  const site = parseTopography(topography);
  if (!family || !site) return { verdict: 'unknown', family };
  if (family.rule === 'any') return { verdict: 'consistent', family };
  const whole = family.topographies.includes(site.site);
  const named = family.topographies.includes(site.code);
  const part =
    site.subsite === null && family.topographies.some((t) => t.startsWith(`${site.site}.`));
  const consistent = family.rule === 'must' ? whole || named || part : !whole && !named;
  return { verdict: consistent ? 'consistent' : 'unlikely', family };
}
