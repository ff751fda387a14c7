import { join } from 'node:path';
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
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

it('the catalogues hold every message of the sources: `npm run i18n -w apps/web` adds them', async () => {
  const [catalog] = await getCatalogs(getConfig({ cwd: join(import.meta.dirname, '..') }));
  const said = (await catalog?.collect()) ?? {};
  const held = (await catalog?.read('zh')) ?? {};
  const missing = Object.keys(said).filter((id) => held[id] === undefined || held[id].obsolete);
  expect(Object.keys(said).length).toBeGreaterThan(500);
  expect(missing.map((id) => said[id]?.message ?? id)).toEqual([]);
});
