import { expect, test } from 'vitest';
import { differing, type Statement } from './statements.ts';

const statement = (said: Partial<Statement>): Statement => ({
  institution: { id: '1', code: 'H1', name: { en: 'One', zh: '一' } },
  name: '王芳',
  sex: 'FEMALE',
  birthDate: '1955-04-02',
  vitalStatus: 'ALIVE',
  deathDate: null,
  registrar: true,
  recordedAt: '2026-01-01T00:00:00Z',
  ...said,
});

test('one institution differs from nobody', () => {
  expect(differing([statement({})])).toEqual(new Set());
});

test('a death that one reports and another does not know of', () => {
  const dead = statement({ vitalStatus: 'DEAD', deathDate: '2025-03-01' });
  expect(differing([dead, statement({})])).toEqual(new Set(['vitalStatus']));
});

test('two days of death', () => {
  const dead = (deathDate: string) => statement({ vitalStatus: 'DEAD', deathDate });
  expect(differing([dead('2025-03-01'), dead('2025-03-02')])).toEqual(new Set(['vitalStatus']));
});

test('a death with its day and one without agree', () => {
  const dead = (deathDate: string | null) => statement({ vitalStatus: 'DEAD', deathDate });
  expect(differing([dead('2025-03-01'), dead(null)])).toEqual(new Set());
});

test('what is not said, or not known, contradicts nothing', () => {
  const silent = statement({ name: '', sex: 'UNKNOWN', birthDate: null, vitalStatus: null });
  expect(differing([statement({}), silent])).toEqual(new Set());
});
