import { describe, expect, it } from 'vitest';
import { lastAndNext } from './contacts.ts';

const contact = (at: string | null, status: string) => ({ at, status });

describe('contacts', () => {
  it('were last made when one took place, not when nobody came', () => {
    const { last } = lastAndNext([
      contact('2024-06-01T08:00:00Z', 'noshow'),
      contact('2024-03-01T08:00:00Z', 'fulfilled'),
      contact('2023-12-01T08:00:00Z', 'fulfilled'),
    ]);
    expect(last?.at).toBe('2024-03-01T08:00:00Z');
  });
  it('are next due at the earliest still open, though its day be past', () => {
    const { next } = lastAndNext([
      contact('2030-01-01T08:00:00Z', 'booked'),
      contact('2024-09-01T08:00:00Z', 'booked'),
      contact('2024-08-01T08:00:00Z', 'cancelled'),
      contact(null, 'proposed'),
    ]);
    expect(next?.at).toBe('2024-09-01T08:00:00Z');
  });
  it('may be none', () => {
    expect(lastAndNext([])).toEqual({ last: undefined, next: undefined });
  });
});
