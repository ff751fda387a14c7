import { describe, expect, it } from 'vitest';
import { csv } from './downloads.ts';

describe('CSV', () => {
  it('quotes what has to be quoted and begins with a byte order mark', () => {
    expect(
      csv([
        ['a', 'b,c', 'say "x"', null],
        [1, -2.5, 'two\nlines', undefined],
      ]),
    ).toBe('\uFEFFa,"b,c","say ""x""",\r\n1,-2.5,"two\nlines",\r\n');
  });
  it('never hands a spreadsheet a formula', () => {
    expect(csv([['=HYPERLINK("x")', '+1', '@a', '-']])).toBe(
      '\uFEFF"\'=HYPERLINK(""x"")",\'+1,\'@a,\'-\r\n',
    );
  });
});
