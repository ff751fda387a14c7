import { expect, test } from 'vitest';
import { primaryOf } from './primary-of.ts';

const tumour = (
  id: string,
  kind: 'PRIMARY' | 'SECONDARY',
  siteGroup: string | null,
  more: object = {},
) => ({
  id,
  institutionId: 'here',
  sourceId: id,
  relatedSourceId: null,
  kind,
  siteGroup,
  laterality: null,
  sentSystem: null,
  sentCode: null,
  ...more,
});
const lung = tumour('lung metastasis', 'SECONDARY', 'lung');

test('a metastasis is of the only primary, however many institutions reported it', () => {
  const rectum = tumour('rectum', 'PRIMARY', 'colorectum');
  expect(primaryOf(lung, [rectum, lung])).toBe(rectum);
  expect(primaryOf(lung, [rectum, { ...rectum, id: 'again' }, lung])).toBe(rectum);
  expect(primaryOf(rectum, [rectum, lung])).toBeNull();
  expect(primaryOf(lung, [lung])).toBeNull();
});

test('of several primaries none is guessed, not even one at the site of the metastasis', () => {
  const primaries = [
    tumour('breast', 'PRIMARY', 'breast'),
    tumour('lung primary', 'PRIMARY', 'lung'),
  ];
  expect(primaryOf(lung, primaries)).toBeNull();
  const sides = ['left', 'right'].map((laterality) =>
    tumour(laterality, 'PRIMARY', 'breast', { laterality }),
  );
  expect(primaryOf(lung, sides)).toBeNull();
});

test('a metastasis named by its primary is of that one', () => {
  const prostate = tumour('prostate', 'PRIMARY', 'prostate');
  const named = tumour('m', 'SECONDARY', 'prostate', {
    sentSystem: 'http://snomed.info/sct',
    sentCode: '314994000',
  });
  expect(primaryOf(named, [tumour('lung', 'PRIMARY', 'lung'), prostate])).toBe(prostate);
});

test('of several primaries it is the one that the hospital says, and no other hospital’s of that key', () => {
  const rectum = tumour('rectum', 'PRIMARY', 'colorectum');
  const breast = tumour('breast', 'PRIMARY', 'breast');
  const said = { ...lung, relatedSourceId: 'breast' };
  expect(primaryOf(said, [rectum, breast, said])).toBe(breast);
  expect(primaryOf({ ...said, institutionId: 'there' }, [rectum, breast])).toBeNull();
});
