import { describe, expect, it } from 'vitest';
import { submissionFilterOf } from './submission-filter.ts';

describe('the address of the list of submissions', () => {
  it('asks for what it says', () => {
    expect(
      submissionFilterOf({
        status: 'refused,partial',
        institution: 'a,b',
        from: '2026-01-05',
        to: '2026-02-01',
        sha: 'AB12',
      }),
    ).toEqual({
      status: ['partial', 'refused'],
      institutions: ['a', 'b'],
      fromDay: '2026-01-05',
      toDay: '2026-02-01',
      sha256: 'ab12',
    });
  });

  it('asks for everything where it says nothing or nonsense, and turns days about', () => {
    expect(submissionFilterOf({})).toEqual({});
    expect(submissionFilterOf({ status: 'lost', from: '2026-02-30', to: 'x', sha: 'zz' })).toEqual(
      {},
    );
    expect(submissionFilterOf({ from: '2026-02-01', to: '2026-01-01' })).toEqual({
      fromDay: '2026-01-01',
      toDay: '2026-02-01',
    });
  });
});
