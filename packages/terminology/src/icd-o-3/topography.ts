import type { Label, Term } from '../label.ts';
import { once, rows } from '../rows.ts';
import { parseTopography } from './codes.ts';
import { TOPOGRAPHY_ROWS } from './topography-rows.ts';

const table = once(() => {
  const all = new Map<string, Term>();
  let site: Label = { en: '', zh: '' };
  for (const [code = '', en = '', zh] of rows(TOPOGRAPHY_ROWS)) {
    const label = { en, zh: zh ?? site.zh };
    if (code.length === 3) site = label;
    all.set(code, { code, label });
  }
  return all as ReadonlyMap<string, Term>;
});

/** Every ICD-O-3 topography, sites (C34) and subsites (C34.1), in code order. */
export function topographies(): readonly Term[] {
  return [...table().values()];
}

/** The label of a site or subsite however it is written (C34.1, C341, C34); null when not of the list. */
export function topographyLabel(text: string): Label | null {
  const parsed = parseTopography(text);
  return (parsed && table().get(parsed.code)?.label) ?? null;
}

/** Whether the text is a code of the list. */
export function isTopography(text: string): boolean {
  return topographyLabel(text) !== null;
}

/** Sites whose unspecified subsite is not `.9`. C30 and C38 have none: nothing stands for the whole site. */
const NOS: Readonly<Record<string, string | null>> = {
  C14: 'C14.0',
  C21: 'C21.0',
  C22: 'C22.0',
  C30: null,
  C38: null,
  C42: 'C42.4',
  C48: 'C48.2',
  C76: 'C76.7',
};

/**
 * The four-character code a three-character site stands for when nothing more is known: C34 -> C34.9.
 * A subsite is returned as it is. Null when not of the list, or when the site has no such code.
 */
export function nosTopography(text: string): string | null {
  const parsed = parseTopography(text);
  if (!parsed || !table().has(parsed.code)) return null;
  if (parsed.subsite !== null) return parsed.code;
  return parsed.site in NOS ? (NOS[parsed.site] ?? null) : `${parsed.site}.9`;
}
