import { describe, expect, it } from 'vitest';
import { cssString, pageStyle } from './page-style.ts';

const heading = {
  subject: 'National overview',
  selection: 'Cancer site: Colon',
  release: 'Release 3 · 2026-05-01',
};

describe('the margins of a printed page', () => {
  it('say what it is of, the selection, the release, when it was printed and page n of m', () => {
    const style = pageStyle(heading, 'en', new Date('2026-05-02T09:05:00+08:00').getTime());
    expect(style).toContain('"National overview  |  Cancer site: Colon"');
    expect(style).toContain('"NODP · Release 3 · 2026-05-01 · Printed 2026-05-02 09:05"');
    expect(style).toContain('"Page " counter(page) " of " counter(pages)');
  });

  it('say it in Chinese on a Chinese page', () => {
    const style = pageStyle(
      { ...heading, release: '' },
      'zh-CN',
      new Date('2026-01-01T00:00:00+08:00').getTime(),
    );
    expect(style).toContain('"第" counter(page) "页，共" counter(pages) "页"');
    expect(style).toContain('"NODP · 打印时间 2026-01-01 00:00"');
  });

  it('take any name for words alone', () => {
    expect(cssString('O"Brien\\ </style>\n')).toBe('"O\\22 Brien\\5c  \\3c /style>\\a "');
  });
});
