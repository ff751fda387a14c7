import { describe, expect, it } from 'vitest';
import { seenOf } from './seen.ts';

describe('what the account may see of institutions', () => {
  const own = { id: 'own', sent: [3] };
  const silent = { id: 'silent', sent: [] as number[] };
  const hidden = { id: 'hidden', sent: null };

  it('is all of them to a national account, who sent nothing among them', () => {
    const { seen, all } = seenOf([own, silent], (i) => i.sent);
    expect(all).toBe(true);
    expect(seen.map(({ id, months }) => [id, months])).toEqual([
      ['own', [3]],
      ['silent', []],
    ]);
  });

  it('is its own to an account of one, and the others are not counted as nothing', () => {
    const { seen, all } = seenOf([hidden, own, hidden], (i) => i.sent);
    expect(all).toBe(false);
    expect(seen.map(({ id }) => id)).toEqual(['own']);
  });
});
