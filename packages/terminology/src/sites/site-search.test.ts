import { describe, expect, it } from 'vitest';
import { SITE_GROUPS } from './site-groups.ts';
import { findSites } from './site-search.ts';
import { siteWords } from './site-words.ts';
import { SITE_CHOICES, SUB_SITES, siteChoice, subSiteOf } from './sub-sites.ts';

describe('sites by what people type', () => {
  it.each([
    ['肺癌', 'lung'],
    ['胃癌', 'stomach'],
    ['肝癌', 'liver'],
    ['乳腺癌', 'breast'],
    ['结肠', 'colorectum.colon'],
    ['结肠癌', 'colorectum.colon'],
    ['直肠', 'colorectum.rectum'],
    ['直肠癌', 'colorectum.rectum'],
    ['大肠癌', 'colorectum'],
    ['食道', 'oesophagus'],
    ['食管癌', 'oesophagus'],
    ['甲状腺癌', 'thyroid'],
    ['鼻咽癌', 'nasopharynx'],
    ['宫颈癌', 'cervix'],
    ['贲门癌', 'stomach.cardia'],
    ['脑瘤', 'brain'],
    ['colon', 'colorectum.colon'],
    ['Colon cancer', 'colorectum.colon'],
    ['rectum', 'colorectum.rectum'],
    ['esophagus', 'oesophagus'],
    ['leukemia', 'leukaemia'],
    ['lung', 'lung'],
    ['C34', 'lung'],
    ['c34.1', 'lung'],
    ['C341', 'lung'],
    ['34', 'lung'],
    ['C18.7', 'colorectum'],
    ['C20', 'colorectum'],
    ['20', 'colorectum'],
    ['D05', 'breast'],
    ['8720/3', 'melanoma'],
    ['9680', 'non-hodgkin-lymphoma'],
    ['feiai', 'lung'],
    ['fa', 'lung'],
    ['weiai', 'stomach'],
    ['jzca', 'colorectum'],
    ['jiechang', 'colorectum.colon'],
    ['zhichangai', 'colorectum.rectum'],
    ['rxa', 'breast'],
    ['jzxa', 'thyroid'],
    ['byai', 'nasopharynx'],
    ['ｃ３４', 'lung'], // typed with a Chinese keyboard in full width
    ['cancer of unknown primary', 'other.unknown-primary'],
    ['cancer colon', 'colorectum.colon'],
  ])('%s is %s', (typed, id) => {
    expect(findSites(typed)[0]?.id).toBe(id);
  });

  it('offers the group beside its part', () => {
    const found = findSites('结肠').map(({ id }) => id);
    expect(found).toContain('colorectum');
    expect(findSites('C18').map(({ id }) => id)).toEqual(['colorectum', 'colorectum.colon']);
    expect(findSites('C34.1').map(({ id }) => id)).toEqual(['lung', 'lung.lung']);
  });

  it('finds nothing for what is no site, and everything for nothing', () => {
    expect(findSites('qqq')).toEqual([]);
    expect(findSites('C99')).toEqual([]);
    expect(findSites('  ')).toEqual(SITE_CHOICES);
  });

  it('finds groups by the names of their parts where parts are no choice', () => {
    const groups = SITE_CHOICES.filter(({ topographies }) => topographies === null);
    expect(findSites('结肠癌', groups).map(({ id }) => id)).toEqual(['colorectum']);
    expect(findSites('rectum', groups)[0]?.id).toBe('colorectum');
  });

  it('finds every choice first, or beside what has the same name, by each of its names', () => {
    for (const choice of SITE_CHOICES) {
      for (const name of [choice.label.en, choice.label.zh, ...(siteWords.get(choice.id) ?? [])]) {
        expect(findSites(name).slice(0, 6), `${choice.id} by ${name}`).toContain(choice);
      }
    }
  });
});

describe('parts of site groups', () => {
  it('have names in both languages, words to be found by and topographies of one part alone', () => {
    for (const { id, siteGroup } of SITE_CHOICES) {
      expect(siteWords.get(id)?.length, id).toBeGreaterThan(1);
      expect(SITE_GROUPS.some((group) => group.id === siteGroup)).toBe(true);
    }
    expect([...siteWords.keys()].filter((id) => siteChoice(id) === null)).toEqual([]);
    const all = SUB_SITES.flatMap(({ topographies }) => topographies);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['colorectum', 'C18.7', 'colorectum.colon'],
    ['colorectum', 'C19.9', 'colorectum.rectum'],
    ['colorectum', 'C20.9', 'colorectum.rectum'],
    ['stomach', 'C16.0', 'stomach.cardia'],
    ['stomach', 'C16.3', 'stomach.non-cardia'],
    ['stomach', 'C16.9', null],
    ['colorectum', null, null],
    ['breast', 'C50.9', null],
    ['non-hodgkin-lymphoma', 'C18.0', null], // a lymphoma of the colon is no colon cancer
  ])('%s at %s is %s', (siteGroup, topography, id) => {
    expect(subSiteOf(siteGroup, topography)?.id ?? null).toBe(id);
  });

  it('lie within the codes of their group', () => {
    for (const { siteGroup, topographies } of SUB_SITES) {
      for (const code of topographies) {
        expect(
          findSites(code).map(({ id }) => id),
          code,
        ).toContain(siteGroup);
      }
    }
  });
});
