import { describe, expect, it, vi } from 'vitest';

vi.mock('virtual:messages', () => ({ default: {} }));
const { preferred } = await import('./language.ts');

describe('the first language of a page', () => {
  it('is the one chosen before', () => {
    expect(preferred('zh', ['en-GB'])).toBe('zh');
    expect(preferred('en', ['zh-CN'])).toBe('en');
  });
  it('is otherwise the first of the browser’s that the platform speaks', () => {
    expect(preferred(null, ['zh-TW', 'en'])).toBe('zh');
    expect(preferred(null, ['de', 'zh-CN', 'en'])).toBe('zh');
    expect(preferred(null, ['de', 'en-AU', 'zh'])).toBe('en');
    expect(preferred('xx', ['fr'])).toBe('en');
  });
});
