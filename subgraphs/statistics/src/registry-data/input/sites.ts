import { SITE_GROUPS } from '@nodp/terminology';
import { type RegistrySite, registrySites } from '@nodp/terminology/registry-sites';
import { ALL_SITES } from '../data-set.ts';

export interface CountedSite {
  readonly id: string;
  readonly sex: 'male' | 'female' | null;
}

/** `C33-C34`, `C33–34` and `c33-34` are one; so are `C47 C49` and `C47,C49`. */
const plainRange = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[–—]/g, '-')
    .replace(/-[A-Z]/g, '-')
    .replace(/[\s;,、，]+/g, ',');

const byWord = new Map<string, CountedSite>([[ALL_SITES, { id: ALL_SITES, sex: null }]]);
for (const { id, icd10, sex } of registrySites()) {
  byWord.set(id, { id, sex });
  byWord.set(plainRange(icd10), { id, sex });
}
for (const { id, icd10, sex } of SITE_GROUPS) {
  byWord.set(id, { id, sex });
  const ranges = icd10.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(',');
  byWord.set(plainRange(ranges), { id, sex });
}

/** The site of an id (`lung`, `colorectum.colon`, `all`) or of the ICD-10 categories that make it up (`C33-C34`). */
export const siteOfWord = (text: string): CountedSite | null =>
  byWord.get(text.toLowerCase()) ?? byWord.get(plainRange(text)) ?? null;

const byCi5 = new Map(registrySites().map((site) => [site.ci5, site]));

export const siteOfCi5 = (code: number): RegistrySite | null => byCi5.get(code) ?? null;
