import { PROVINCES } from '@nodp/terminology/provinces';
import { SITE_CHOICES } from '@nodp/terminology/sites';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../address.ts';
import { measures } from './measure.ts';
import {
  isSiteChosen,
  type Request,
  requestOf,
  searchOf,
  sexes,
  siteToggled,
  standards,
  toggled,
  variablesOf,
} from './request.ts';

const year = fc.option(fc.integer({ min: 1950, max: 2030 }));
const request: fc.Arbitrary<Request> = fc
  .record({
    siteGroups: fc.subarray(SITE_CHOICES.map(({ id }) => id)),
    provinces: fc.subarray(PROVINCES.map((p) => p.code)),
    sex: fc.option(fc.constantFrom(...sexes)),
    fromYear: year,
    toYear: year,
    standard: fc.constantFrom(...standards),
    measure: fc.constantFrom(...measures),
  })
  .filter(({ fromYear, toYear }) => fromYear === null || toYear === null || fromYear <= toYear);

describe('the dashboard’s address', () => {
  it('says what is asked for in words', () => {
    const text = '?site=lung,breast&province=440000&sex=FEMALE&from=2019&measure=crude';
    const asked = requestOf(parseSearch(text));
    expect(asked).toMatchObject({
      siteGroups: expect.arrayContaining(['lung', 'breast']),
      provinces: ['440000'],
      sex: 'FEMALE',
      fromYear: 2019,
      toYear: null,
      standard: 'SEGI',
      measure: 'crude',
    });
    expect(variablesOf(asked).filter).toMatchObject({ provinces: ['440000'], fromYear: 2019 });
  });

  it('without anything asks for everything, age-standardised', () => {
    expect(searchOf(requestOf({}))).toEqual({});
    expect(stringifySearch(searchOf(requestOf({})))).toBe('');
    expect(requestOf({}).measure).toBe('ageStandardised');
  });

  it('passes over nonsense and turns years about', () => {
    expect(
      requestOf({
        site: 'x',
        province: '999999',
        sex: 'OTHER',
        from: '12',
        to: 'now',
        measure: 'y',
      }),
    ).toEqual(requestOf({}));
    expect(requestOf({ from: '2022', to: '2019' })).toMatchObject({ fromYear: 2019, toYear: 2022 });
  });

  it('gives back whatever was put into it', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(requestOf(parseSearch(stringifySearch(searchOf(asked))))).toEqual(asked);
      }),
    );
  });

  it('takes a site out with its parts', () => {
    const colon = requestOf({ site: 'colorectum.colon,lung' }).siteGroups;
    expect(isSiteChosen(colon, 'colorectum')).toBe(true);
    expect(siteToggled(colon, 'colorectum')).toBe('lung');
    expect(siteToggled(['lung'], 'colorectum')).toBe('colorectum,lung');
    expect(siteToggled(['colorectum.rectum'], 'colorectum')).toBeUndefined();
  });

  it('takes a province in and out', () => {
    expect(toggled([], '440000')).toBe('440000');
    expect(toggled(['440000'], '110000')).toBe('110000,440000');
    expect(toggled(['440000'], '440000')).toBeUndefined();
  });
});
