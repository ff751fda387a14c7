import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../address.ts';
import { readArm, writeArm } from './address.ts';
import {
  type Arm,
  blank,
  type Criterion,
  findings,
  kinds,
  sexes,
  stages,
  treatmentKinds,
} from './criterion.ts';
import { asks, questionOfFacet, toggled } from './edit.ts';
import { askedOf, criterionAt } from './input.ts';
import { horizons, type Study, searchOf, studyOf } from './study.ts';

const lung: Criterion = { kind: 'site', not: false, values: ['lung', 'liver'] };
const notLate: Criterion = { kind: 'stage', not: true, values: ['STAGE_III', 'STAGE_IV'] };

const bounds = fc.record({
  from: fc.option(fc.nat(9999), { nil: null }),
  to: fc.option(fc.nat(9999), { nil: null }),
});
const some = <T>(list: readonly T[]) => fc.subarray([...list]);
const not = fc.boolean();
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9./-]{0,20}$/);
const listOf = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { maxLength: 6 });
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({
    kind: fc.constant('site' as const),
    not,
    values: listOf(fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,8}){0,2}$/)),
  }),
  fc.record({
    kind: fc.constant('histology' as const),
    not,
    values: listOf(fc.stringMatching(/^[89]\d{3}(\/[0-9])?$/)),
  }),
  fc.record({
    kind: fc.constant('province' as const),
    not,
    values: listOf(fc.stringMatching(/^\d{6}$/)),
  }),
  fc.record({ kind: fc.constant('stage' as const), not, values: some(stages) }),
  fc.record({ kind: fc.constant('sex' as const), not, values: some(sexes) }),
  fc
    .tuple(fc.constantFrom('age' as const, 'year' as const), not, bounds)
    .map(([kind, inverted, range]) => ({ kind, not: inverted, ...range })),
  fc.record({
    kind: fc.constant('treatment' as const),
    not,
    treatment: fc.constantFrom(null, ...treatmentKinds),
    drugs: listOf(fc.stringMatching(/^[A-Z]\d\d[A-Z]{2}\d\d$/)),
    regimens: listOf(name),
  }),
  fc
    .record({
      kind: fc.constant('biomarker' as const),
      not,
      biomarker: fc.option(name, { nil: null }),
      findings: some(findings),
    })
    // Findings of no biomarker are nothing to ask, and leave the address.
    .map((c) => (c.biomarker === null ? { ...c, findings: [] } : c)),
);
const arm: fc.Arbitrary<Arm> = fc.array(criterion, { maxLength: 12 });

describe('a cohort in an address', () => {
  it('reads as words', () => {
    expect(writeArm([lung, notLate])).toBe('site:lung,liver~not-stage:III,IV');
    expect(
      writeArm([
        { kind: 'age', not: false, from: 50, to: 69 },
        { kind: 'year', not: false, from: 2020, to: null },
        {
          kind: 'treatment',
          not: false,
          treatment: 'SYSTEMIC',
          drugs: ['L01EB02'],
          regimens: ['R-CHOP'],
        },
        { kind: 'biomarker', not: true, biomarker: '1p/19q', findings: ['POSITIVE'] },
      ]),
    ).toBe(
      'age:50-69~year:2020-~treatment:systemic,drug.L01EB02,regimen.R-CHOP~not-biomarker:1p/19q,positive',
    );
    expect(writeArm([])).toBe('everyone');
    expect(readArm('age:65')).toEqual([{ kind: 'age', not: false, from: 65, to: 65 }]);
  });

  it('comes back as it was, through an address of the browser too', () => {
    fc.assert(
      fc.property(arm, (a) => {
        expect(readArm(writeArm(a))).toEqual(a);
        expect(readArm(parseSearch(stringifySearch({ a: writeArm(a) })).a)).toEqual(a);
      }),
    );
  });

  it('passes over what cannot be read, whatever stands there', () => {
    expect(readArm('nonsense:1~site:lung,LUNG!,<b>~stage:V,iv~age:x~sex')).toEqual([
      { kind: 'site', not: false, values: ['lung'] },
      { kind: 'stage', not: false, values: ['STAGE_IV'] },
    ]);
    expect(readArm(undefined)).toEqual([]);
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^([a-z-]{0,9}:?[\w.,~/-]{0,20}){0,5}$/)),
        (text) => {
          const read = readArm(text);
          expect(readArm(writeArm(read))).toEqual(read);
        },
      ),
    );
  });
});

describe('what the graph is asked', () => {
  it('is one step a criterion, inverted where it says so', () => {
    expect(askedOf([lung, notLate]).definition).toEqual({
      all: [{ site: ['lung', 'liver'] }, { not: { stage: ['STAGE_III', 'STAGE_IV'] } }],
    });
  });

  it('leaves out criteria that ask nothing yet, and finds each problem’s own', () => {
    const asked = askedOf([blank('year'), lung, blank('biomarker'), notLate]);
    expect(asked.definition.all).toHaveLength(2);
    expect(criterionAt('all.0.site.1', asked)).toBe(1);
    expect(criterionAt('all.1.not.stage', asked)).toBe(3);
    expect(criterionAt('', asked)).toBeNull();
    expect(criterionAt('all.9', asked)).toBeNull();
  });

  it('has exactly one field at every node', () => {
    fc.assert(
      fc.property(arm, (a) => {
        for (const step of askedOf(a).definition.all ?? []) {
          expect(Object.keys(step)).toHaveLength(1);
          if (step.not) expect(Object.keys(step.not)).toHaveLength(1);
        }
      }),
    );
  });

  it('is nothing for a blank criterion of any kind', () => {
    for (const kind of kinds) expect(askedOf([blank(kind)]).definition.all).toEqual([]);
  });
});

describe('a value of a facet', () => {
  it('narrows the criterion of its kind, or adds one, and is taken back by a second click', () => {
    const onlyLung = questionOfFacet('SITE_GROUP', 'lung');
    const late = questionOfFacet('AGE_GROUP', '85');
    if (!onlyLung || !late) throw new Error('no question');
    const narrowed = toggled([lung, notLate], onlyLung);
    expect(narrowed).toEqual([{ kind: 'site', not: false, values: ['lung'] }, notLate]);
    expect(asks(narrowed, onlyLung)).toBe(true);
    expect(toggled(narrowed, onlyLung)).toEqual([notLate]);
    expect(toggled([notLate], late)).toEqual([
      notLate,
      { kind: 'age', not: false, from: 85, to: null },
    ]);
  });

  it('does not touch an inverted criterion, and asks nothing where it is not known', () => {
    const fourth = questionOfFacet('STAGE', 'STAGE_IV');
    if (!fourth) throw new Error('no question');
    expect(toggled([notLate], fourth)).toEqual([
      notLate,
      { kind: 'stage', not: false, values: ['STAGE_IV'] },
    ]);
    expect(questionOfFacet('PROVINCE', null)).toBeNull();
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
