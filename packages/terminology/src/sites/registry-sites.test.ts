import { expect, test } from 'vitest';
import { registrySites } from './registry-sites.ts';
import { SITE_GROUPS, siteGroupOf, siteGroupOfCi5 } from './site-groups.ts';
import { siteChoice } from './sub-sites.ts';

test('a site of the volume is a site group where it is the same, else a part of one', () => {
  const sites = registrySites();
  expect(sites.map(({ ci5 }) => ci5)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
  expect(new Set(sites.map(({ id }) => id)).size).toBe(61);
  // Codes 60 and 61 of the volume came after the groups' own lists.
  for (const { ci5, siteGroup } of sites.slice(0, 59)) expect(siteGroupOfCi5(ci5)).toBe(siteGroup);
  for (const { id, ci5, siteGroup } of sites) {
    const alone = sites.filter((other) => other.siteGroup === siteGroup).length === 1;
    expect(id === siteGroup, `${ci5}`).toBe(alone);
  }
  expect(new Set(sites.map(({ siteGroup }) => siteGroup)).size).toBe(SITE_GROUPS.length);
});

test('names are those of the site groups and their parts; each ICD-10 category is of one site', () => {
  for (const { id, label } of registrySites()) {
    const known = siteChoice(id);
    if (known !== null) expect(label, id).toEqual(known.label);
  }
  const categories = registrySites().flatMap(({ icd10, id }) =>
    icd10.split(',').flatMap((range) => {
      const [from = '', to = from.slice(1)] = range.split('-');
      return Array.from({ length: Number(to) - Number(from.slice(1)) + 1 }, (_, i) => ({
        code: `${from.charAt(0)}${String(Number(from.slice(1)) + i).padStart(2, '0')}`,
        group: id.split('.')[0],
      }));
    }),
  );
  expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
  for (const { code, group } of categories) expect(siteGroupOf(code), code).toBe(group);
});
