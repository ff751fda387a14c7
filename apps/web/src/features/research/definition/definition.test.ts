import { criterionOf, formOf, KINDS, type Step } from '@nodp/cohorts';
import { criteriaOfKind } from '@nodp/cohorts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../address.ts';
import { type Arm, askedOf, criterionAt } from './asked.ts';
import { asks, criterionOfFacet, toggled } from './edit.ts';
import { horizons, type Study, searchOf, studyOf } from './study.ts';

const lung: Step = { site: ['lung', 'liver'] };
const notLate: Step = { not: { stage: ['STAGE_III', 'STAGE_IV'] } };
const blanks = KINDS.map((kind) => criterionOf(kind, formOf(kind).blank as never));

const step: fc.Arbitrary<Step> = fc
  .tuple(fc.oneof(...KINDS.map(criteriaOfKind), fc.constantFrom(...blanks)), fc.boolean())
  .map(([criterion, not]): Step => (not ? { not: criterion } : criterion));
const arm: fc.Arbitrary<Arm> = fc.array(step, { maxLength: 12 });

describe('what the graph is asked', () => {
  it('is one step a criterion, inverted where it says so', () => {
    expect(askedOf([lung, notLate]).definition).toEqual({
      all: [{ site: ['lung', 'liver'] }, { not: { stage: ['STAGE_III', 'STAGE_IV'] } }],
    });
  });

  it('leaves out criteria that ask nothing yet, and finds each problem’s own', () => {
    const asked = askedOf([{ year: {} }, lung, { biomarker: { biomarker: '' } }, notLate]);
    expect(asked.definition).toEqual({ all: [lung, notLate] });
    expect(criterionAt('all.0.site.1', asked)).toBe(1);
    expect(criterionAt('all.1.not.stage', asked)).toBe(3);
    expect(criterionAt('', asked)).toBeNull();
    expect(criterionAt('all.9', asked)).toBeNull();
  });

  it('is nothing for a blank criterion of any kind', () => {
    expect(askedOf(blanks).definition).toEqual({ all: [] });
    expect(askedOf(blanks.map((not) => ({ not }))).definition).toEqual({ all: [] });
  });
});

describe('a value of a facet', () => {
  it('narrows the criterion of its kind, or adds one, and is taken back by a second click', () => {
    const onlyLung = criterionOfFacet('SITE_GROUP', 'lung');
    const late = criterionOfFacet('AGE_GROUP', '85');
    if (!onlyLung || !late) throw new Error('no question');
    const narrowed = toggled([lung, notLate], onlyLung);
    expect(narrowed).toEqual([{ site: ['lung'] }, notLate]);
    expect(asks(narrowed, onlyLung)).toBe(true);
    expect(toggled(narrowed, onlyLung)).toEqual([notLate]);
    expect(toggled([notLate], late)).toEqual([notLate, { age: { from: 85 } }]);
  });

  it('does not touch an inverted criterion, and asks nothing where it is not known', () => {
    const fourth = criterionOfFacet('STAGE', 'STAGE_IV');
    if (!fourth) throw new Error('no question');
    expect(toggled([notLate], fourth)).toEqual([notLate, { stage: ['STAGE_IV'] }]);
    expect(criterionOfFacet('PROVINCE', null)).toBeNull();
  });
});

describe('a study in an address', () => {
  it('says only what is not as usual', () => {
    expect(searchOf(studyOf({}))).toEqual({});
    expect(searchOf({ a: [lung], b: [], editing: 'b', months: 120, release: 3 })).toEqual({
      a: 'site:lung,liver',
      b: 'everyone',
      arm: 'b',
      months: '120',
      release: '3',
    });
  });

  it('comes back as it was', () => {
    const study: fc.Arbitrary<Study> = fc
      .record({
        a: arm,
        b: fc.option(arm, { nil: null }),
        editing: fc.constantFrom('a' as const, 'b' as const),
        months: fc.constantFrom(...horizons),
        release: fc.option(fc.integer({ min: 1, max: 999_999_999 }), { nil: null }),
      })
      // The second cohort is edited only where there is one.
      .map((s) => (s.b === null ? { ...s, editing: 'a' as const } : s));
    fc.assert(
      fc.property(study, (s) => {
        expect(studyOf(parseSearch(stringifySearch(searchOf(s))))).toEqual(s);
      }),
    );
  });

  it('is as usual where the address says nothing that is one', () => {
    expect(studyOf({ arm: 'b', months: '61', release: '-1' })).toEqual(studyOf({}));
    expect(studyOf({ release: '0' }).release).toBeNull();
  });
});
