import { describe, expect, it } from 'vitest';
import { partOf } from './messages.ts';

describe('the part of the app that says a message', () => {
  it('is the feature it stands in', () => {
    expect(partOf(['src/features/clinical/patients/page.tsx'])).toBe('clinical');
    expect(
      partOf([
        'src/features/clinical/patient/header.tsx',
        'src/features/clinical/patients/page.tsx',
      ]),
    ).toBe('clinical');
  });
  it('is the frame where several features or the design say it, or nothing is known of it', () => {
    expect(partOf(['src/features/clinical/a.tsx', 'src/features/research/b.tsx'])).toBe('frame');
    expect(partOf(['src/features/clinical/a.tsx', 'src/design/words.ts'])).toBe('frame');
    expect(partOf([])).toBe('frame');
  });
});

it('a folder whose code is fetched apart has its words apart; what it shares with its feature is the feature’s', () => {
  const apart = 'src/features/clinical/patient/options/evidence.tsx';
  const page = 'src/features/clinical/patient/page.tsx';
  expect(partOf([apart])).toBe('clinical-options');
  expect(partOf([apart, page])).toBe('clinical');
  expect(partOf([apart, 'src/features/research/page.tsx'])).toBe('frame');
  expect(partOf([apart, 'src/design/page.tsx'])).toBe('frame');
});
