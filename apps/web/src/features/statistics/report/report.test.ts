import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../../address.ts';
import { questionOf, usual } from '../question/question.ts';
import {
  asTemplate,
  type Block,
  fits,
  moved,
  ofNewest,
  type Report,
  reportOf,
  retainedBlocks,
  searchOfReport,
} from './report.ts';

const address = (report: Report) => stringifySearch(searchOfReport(report));
const figure = (search: Record<string, string>): Block => ({
  is: 'figure',
  question: questionOf(search),
});
const yearly: Report = {
  title: '2026 年度报告',
  blocks: [
    { is: 'text', text: 'Lung cancer & more:\nwomen = half of it.' },
    figure({ measure: 'cases', by: 'year,sex', a: 'site:lung~year:2018-2022', b: 'sex:MALE' }),
    figure({}),
  ],
};

describe('a report’s address', () => {
  it('gives back its words and its figures, whatever signs they are made of', () => {
    expect(reportOf(parseSearch(address(yearly)))).toEqual(yearly);
    const block = fc.oneof(
      fc.record({ is: fc.constant('text' as const), text: fc.string({ unit: 'grapheme' }) }),
      fc.constantFrom(...yearly.blocks),
    );
    fc.assert(
      fc.property(fc.string(), fc.array(block, { maxLength: 24 }), (title, blocks) => {
        const report = { title, blocks };
        expect(reportOf(parseSearch(address(report)))).toEqual(report);
      }),
    );
  });

  it('passes over nonsense', () => {
    expect(reportOf({ b1: 'x', b2: '', b99: 'tnot a place', other: 'f' })).toEqual({
      title: '',
      blocks: [],
    });
  });

  it('has an end', () => {
    expect(fits(yearly)).toBe(true);
    expect(fits({ ...yearly, title: '字'.repeat(2000) })).toBe(false);
    expect(fits({ title: '', blocks: Array.from({ length: 25 }, () => figure({})) })).toBe(false);
  });
});

describe('a report that is changed', () => {
  it('has its blocks in another order', () => {
    expect(moved(yearly, 2, 0).blocks).toEqual([
      yearly.blocks[2],
      yearly.blocks[0],
      yearly.blocks[1],
    ]);
    expect(moved(yearly, 0, -1)).toEqual(yearly);
    expect(moved(yearly, 2, 3)).toEqual(yearly);
  });

  it('is filled again by the newest release', () => {
    const old: Report = {
      title: '',
      blocks: [figure({ a: 'source:release-3~site:lung', b: 'source:registry-ci5' })],
    };
    const [block] = ofNewest(old).blocks;
    expect(block?.is === 'figure' && block.question.selections.map(({ source }) => source)).toEqual(
      [null, null],
    );
    expect(block?.is === 'figure' && block.question.selections[0].filter.members).toEqual({
      SITE: ['lung'],
    });
    expect(ofNewest({ title: '', blocks: [{ is: 'figure', question: usual }] }).blocks).toEqual([
      { is: 'figure', question: usual },
    ]);
  });
});

describe('a report as a template', () => {
  const mixed: Report = {
    title: 'Mixed',
    blocks: [
      { is: 'text', text: 'Words.' },
      figure({
        ...{ measure: 'rate_ratio', by: 'year', at: '3', against: 'sex:FEMALE' },
        ...{ a: 'source:release-4~site:lung', b: 'source:registry-ci5xii-china-1' },
      }),
    ],
  };

  it('has the newest release in the place of the one it was made with, and the registry’s data set it names', () => {
    const [, block] = asTemplate(mixed).blocks;
    expect(block?.is === 'figure' && block.question.selections.map(({ source }) => source)).toEqual(
      [null, 'registry-ci5xii-china-1'],
    );
  });

  it('keeps its words, and a question of the graph for each selection', () => {
    const [words, retained] = retainedBlocks(asTemplate(mixed));
    expect(words).toEqual({ text: 'Words.' });
    const questions = (retained?.questions ?? []).map((text) => JSON.parse(text));
    expect(questions).toMatchObject([
      {
        ...{ measure: 'RATE_RATIO', by: ['YEAR'], at: 3, selection: 'WEIGHTED_BIC' },
        ...{ filter: { sites: ['lung'] }, comparedWith: { sexes: ['FEMALE'] } },
      },
      { source: 'registry-ci5xii-china-1' },
    ]);
    expect(questions[0].source).toBeUndefined();
    // Nothing that the graph's question does not know.
    for (const name of ['choice', 'against', 'selections', 'beside'])
      expect(Object.keys(questions[0])).not.toContain(name);
  });
});
