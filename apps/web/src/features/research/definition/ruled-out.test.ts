import { describe, expect, it } from 'vitest';
import { isRuledOut } from './ruled-out.ts';

describe('values that a cohort’s criteria leave no room for', () => {
  it('are the other sites once one is chosen, not too small to be shown', () => {
    expect(isRuledOut([{ site: ['lung'] }], 'SITE_GROUP', 'breast')).toBe(true);
    expect(isRuledOut([{ site: ['lung'] }], 'SITE_GROUP', 'lung')).toBe(false);
    expect(isRuledOut([{ site: ['colorectum.colon'] }], 'SITE_GROUP', 'colorectum')).toBe(false);
    expect(isRuledOut([{ site: ['lung'] }], 'SITE_GROUP', null)).toBe(true);
    expect(isRuledOut([{ not: { site: ['lung'] } }], 'SITE_GROUP', 'lung')).toBe(true);
    expect(isRuledOut([{ not: { site: ['lung'] } }], 'SITE_GROUP', 'breast')).toBe(false);
  });

  it('are ages and years outside of the bounds', () => {
    const arm = [{ age: { from: 50 } }, { year: { from: 2018, to: 2020 } }];
    expect(isRuledOut(arm, 'AGE_GROUP', '45')).toBe(true);
    expect(isRuledOut(arm, 'AGE_GROUP', '50')).toBe(false);
    expect(isRuledOut(arm, 'AGE_GROUP', '85')).toBe(false);
    expect(isRuledOut(arm, 'DIAGNOSIS_YEAR', '2021')).toBe(true);
    expect(isRuledOut(arm, 'DIAGNOSIS_YEAR', '2019')).toBe(false);
  });

  it('are none of a property that nothing is asked of', () => {
    expect(isRuledOut([{ site: ['lung'] }], 'SEX', 'MALE')).toBe(false);
    expect(isRuledOut([], 'SITE_GROUP', null)).toBe(false);
  });
});
