import { describe, expect, it } from 'vitest';
import { csv } from '../../design/downloads.ts';
import { captionRows, fileNameOf, linesOf } from './caption.ts';

const caption = {
  title: 'Crude rate by province of residence',
  unit: 'per 100,000 person-years',
  legend: [],
  facts: [
    ['Selection', 'Cancer site: Colon'],
    ['Release', 'Release 3 · 2026-05-01'],
  ] as const,
};

describe('a figure taken away', () => {
  it('says above its table what the rows are', () => {
    expect(
      csv([...captionRows(caption), ['Province', 'Cases'], ['Anhui', 120]]).split('\r\n'),
    ).toEqual([
      '\uFEFF# Crude rate by province of residence',
      '"# per 100,000 person-years"',
      '# Selection: Cancer site: Colon',
      '# Release: Release 3 · 2026-05-01',
      'Province,Cases',
      'Anhui,120',
      '',
    ]);
  });

  it('has a file name that says what it is, and that every file system takes', () => {
    expect(fileNameOf(['NODP', 'Release 3', 'Cases: by site/sex', '', '2026-05-02'], 'csv')).toBe(
      'NODP_Release-3_Cases-by-site-sex_2026-05-02.csv',
    );
    expect(fileNameOf(['a'.repeat(300), 'b'.repeat(300), 'c'.repeat(99)], 'png').length).toBe(154);
  });

  it('breaks its lines where there is no more room, in both languages', () => {
    const widthOf = (words: string) => words.length;
    expect(linesOf('one two three', 7, widthOf)).toEqual(['one two', 'three']);
    expect(linesOf('按省份的标化发病率', 4, widthOf)).toEqual(['按省份的', '标化发病', '率']);
    expect(linesOf('incomprehensibilities', 4, widthOf)).toEqual(['incomprehensibilities']);
    expect(linesOf('', 4, widthOf)).toEqual([]);
  });
});
