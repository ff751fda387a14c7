import { describe, expect, test } from 'vitest';
import { CLINICAL_RULES } from './clinical-rules.ts';
import { rulesInForce, standingOf } from './standing.ts';

const { ipi, cnlc } = CLINICAL_RULES;
const on = { ruleId: 'cnlc', version: cnlc.version, inForce: true, confirmed: false };

describe('how a rule stands', () => {
  test('a score waits for the board', () =>
    expect(standingOf(ipi, null)).toEqual({ inForce: false, because: 'default', mark: 'seen' }));
  test('the check of stages is in force from the installation on', () =>
    expect(standingOf(CLINICAL_RULES['stage-check'], null).inForce).toBe(true));
  test('switched on it carries its mark until the board confirms it', () => {
    expect(standingOf(cnlc, on)).toEqual({ inForce: true, because: 'board', mark: 'known' });
    expect(standingOf(cnlc, { ...on, confirmed: true }).mark).toBe('confirmed');
  });
  test('a version that the board has not seen is not in force, and not confirmed', () =>
    expect(standingOf(cnlc, { ...on, confirmed: true, version: cnlc.version + 1 })).toEqual({
      inForce: false,
      because: 'other-version',
      mark: 'known',
    }));
  test('the board may switch off what an installation begins with', () => {
    const off = { ruleId: 'stage-check', version: 1, inForce: false, confirmed: false };
    const version = CLINICAL_RULES['stage-check'].version;
    expect(standingOf(CLINICAL_RULES['stage-check'], { ...off, version }).inForce).toBe(false);
  });
});

test('of several switches the latest holds', () => {
  expect(rulesInForce([on]).has('cnlc')).toBe(true);
  expect(rulesInForce([on, { ...on, inForce: false }]).has('cnlc')).toBe(false);
});
