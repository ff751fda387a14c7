import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../address.ts';
import { withAxis, withOneMore, withoutSelection } from './change.ts';
import { everything, type Filter, filterOfText, inputOf, textOfFilter } from './filter.ts';
import { type Question, questionOf, searchOf, usual } from './question.ts';
import {
  APPROACHES,
  DIMENSIONS,
  EVENTS,
  INTERVALS,
  MOST_JOINS,
  NARROWED,
  SELECTIONS,
  STANDARDS,
} from './vocabulary.ts';

const address = (question: Question) => stringifySearch(searchOf(question));
const back = (question: Question) => questionOf(parseSearch(address(question)));

describe('the explorer’s address', () => {
  it('says what is asked for in words', () => {
    const text =
      '?measure=crude_rate&by=age,sex&a=site:lung~year:2018-2022&b=source:registry-ci5~site:lung';
    const question = questionOf(parseSearch(text));
    expect(question).toMatchObject({
      measure: 'CRUDE_RATE',
      by: ['AGE', 'SEX'],
      selections: [
        { source: null, filter: { members: { SITE: ['lung'] }, from: 2018, to: 2022 } },
        { source: 'registry-ci5', filter: { members: { SITE: ['lung'] }, from: null, to: null } },
      ],
    });
    expect(address(question)).toBe(text);
  });

  it('without anything is the usual question', () => {
    expect(questionOf({})).toEqual(usual);
    expect(address(usual)).toBe('');
  });

  it('tells one figure from the usual axes, and everything from nothing', () => {
    expect(address({ ...usual, by: [] })).toBe('?by=none');
    expect(questionOf({ by: 'none' }).by).toEqual([]);
    const two = withOneMore(usual);
    expect(address({ ...usual, ...two })).toBe('?a=all&b=all');
    expect(back({ ...usual, ...two }).selections).toHaveLength(2);
  });

  it('says of a reference which dimensions are taken together', () => {
    const against: Filter = { ...everything, members: { PROVINCE: [], SEX: ['MALE'] } };
    expect(back({ ...usual, against }).against).toEqual(against);
    expect(inputOf(against)).toEqual({ provinces: [], sexes: ['MALE'] });
  });

  it('passes over nonsense, turns years about and asks four dimensions at most', () => {
    expect(
      questionOf({
        measure: '<script>',
        by: 'year,sex,colour,year',
        standard: 'MARS',
        at: '99',
        a: 'source:/etc~site:~year:2022-2018~nothing',
      }),
    ).toEqual({
      ...usual,
      selections: [{ source: null, filter: { members: {}, from: 2018, to: 2022 } }],
    });
    expect(questionOf({ by: 'year,sex,age,site,stage' }).by).toHaveLength(4);
  });

  const code = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
  const year = fc.option(fc.integer({ min: 1950, max: 2030 }));
  const filter = (least: number): fc.Arbitrary<Filter> =>
    fc
      .record({
        members: fc
          .dictionary(
            fc.constantFrom(...NARROWED),
            fc.uniqueArray(code, { minLength: least, maxLength: 3 }),
            { noNullPrototype: true },
          )
          .map((members): Filter['members'] => members),
        from: year,
        to: year,
      })
      .filter(({ from, to }) => from === null || to === null || from <= to);
  const selection = fc.record({
    source: fc.option(fc.stringMatching(/^[a-z][\w.-]{0,20}$/)),
    filter: filter(1),
  });
  const question: fc.Arbitrary<Question> = fc.record({
    measure: fc.constantFrom('CASES', 'CRUDE_RATE', 'AGE_STANDARDISED_RATE'),
    events: fc.constantFrom(...EVENTS),
    by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 4 }),
    standard: fc.constantFrom(...STANDARDS),
    interval: fc.constantFrom(...INTERVALS),
    at: fc.option(fc.integer({ min: 1, max: 25 })),
    given: fc.option(fc.integer({ min: 0, max: 24 })),
    approach: fc.constantFrom(...APPROACHES),
    joins: fc.option(fc.integer({ min: 0, max: MOST_JOINS })),
    indicator: fc.constantFrom(null, 'CA-BC-01', 'ACT'),
    choice: fc.constantFrom(...SELECTIONS),
    against: fc.option(filter(0)),
    selections: fc
      .tuple(selection, fc.array(selection, { maxLength: 5 }))
      .map(([first, others]): Question['selections'] => [first, ...others]),
    beside: fc.boolean(),
  });

  it('gives back whatever was put into it, whatever signs codes are made of', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(back(asked)).toEqual(asked);
      }),
    );
    fc.assert(
      fc.property(filter(0), (one) => {
        expect(filterOfText(textOfFilter(one))).toEqual(one);
      }),
    );
  });
});

describe('a question that is changed', () => {
  it('has a dimension once: one that stood elsewhere changes places', () => {
    expect(withAxis(['YEAR', 'SEX', 'SITE'], 0, 'SITE')).toEqual(['SITE', 'SEX', 'YEAR']);
    expect(withAxis(['YEAR', 'SEX'], 2, 'YEAR')).toEqual(['SEX', 'YEAR']);
    expect(withAxis(['YEAR', 'SEX'], 2, 'AGE')).toEqual(['YEAR', 'SEX', 'AGE']);
    expect(withAxis(['YEAR', 'SEX'], 0, null)).toEqual(['SEX']);
  });

  it('stays with one selection at least and six at most', () => {
    expect(withoutSelection(usual, 0).selections).toHaveLength(1);
    let many = usual;
    for (let i = 0; i < 9; i++) many = { ...many, ...withOneMore(many) };
    expect(many.selections).toHaveLength(6);
  });
});
