import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlinesOf } from './deadlines.ts';
import { letterOf } from './letters.ts';
import type { Application, ProjectStepKind, StepDetail, StepRow } from './project.ts';
import { openSteps, refusalOf, type Situation, stateAfter, TRANSITIONS, tally } from './rule.ts';

const step = (
  kind: ProjectStepKind,
  byId: string,
  round = 1,
  detail: StepDetail = {},
): StepRow => ({
  ...{ projectId: 'p', number: 1, kind, round, byId, detail },
  byName: { en: byId, zh: byId },
  at: '2026-03-01T08:00:00Z',
  words: 'Because of this.',
});
const at = (more: Partial<Situation>): Situation => ({
  state: 'SUBMITTED',
  pending: null,
  round: 1,
  ownerId: 'anna',
  members: ['bert'],
  steps: [],
  hasApplication: true,
  account: 'carl',
  committee: true,
  ...more,
});
const yes = { ballot: 'YES' } as const;
const no = { ballot: 'NO' } as const;
const said = (kind: ProjectStepKind, more: Partial<Situation>) =>
  refusalOf(kind, at(more), 'said')?.en ?? null;

test('who applied submits and answers; the committee asks and decides; a member of the project does neither', () => {
  const owner = { account: 'anna', committee: false };
  expect(said('SUBMIT', { ...owner, state: 'DRAFT' })).toBeNull();
  expect(said('SUBMIT', { ...owner, state: 'DRAFT', hasApplication: false })).toMatch(
    'application',
  );
  expect(said('SUBMIT', { account: 'bert', committee: false, state: 'DRAFT' })).toMatch('applied');
  expect(said('ASK', {})).toBeNull();
  expect(said('ASK', owner)).toMatch('committee');
  // A manager of the whole network who is of the project.
  expect(said('VOTE', { account: 'bert' })).toMatch('of the project');
  expect(said('VOTE', { account: 'anna' })).toMatch('applied');
});

test('a decision needs two votes without a conflict, and says what they say', () => {
  expect(said('APPROVE', { steps: [step('VOTE', 'carl', 1, yes)] })).toMatch('2 members');
  const two = [step('VOTE', 'carl', 1, yes), step('VOTE', 'dora', 1, yes)];
  expect(said('APPROVE', { steps: two })).toBeNull();
  expect(said('REJECT', { steps: two })).toMatch('otherwise');
  const tie = [step('VOTE', 'carl', 1, yes), step('VOTE', 'dora', 1, no)];
  expect(said('APPROVE', { steps: tie })).toMatch('otherwise');
  expect(said('REJECT', { steps: tie })).toBeNull();
  // Who has a conflict is not counted, also where the vote came first, and does not decide.
  const conflict = [...two, step('CONFLICT', 'carl')];
  expect(said('APPROVE', { steps: conflict })).toMatch('conflict');
  expect(said('APPROVE', { steps: conflict, account: 'dora' })).toMatch('2 members');
  // Votes of a former round are not those of this one.
  expect(said('APPROVE', { steps: two, round: 2 })).toMatch('2 members');
});

test('an active project is asked about only where it wants a change; a change refused leaves it active', () => {
  expect(said('VOTE', { state: 'ACTIVE' })).toMatch('Nothing');
  const pending = { kind: 'RENEW', application: {} as Application } as const;
  expect(said('VOTE', { state: 'ACTIVE', pending })).toBeNull();
  expect(said('AMEND', { state: 'ACTIVE', pending, account: 'anna' })).toMatch('already');
  expect(stateAfter('REJECT', 'ACTIVE')).toBe('ACTIVE');
  expect(stateAfter('REJECT', 'SUBMITTED')).toBe('REJECTED');
});

test('a reason is asked where there has to be one', () => {
  expect(refusalOf('SUSPEND', at({ state: 'ACTIVE' }), '  ')?.en).toMatch('why');
  expect(refusalOf('VOTE', at({}), '')).toBeNull();
});

test('from every state, whatever is open leads to a state of the table, and nothing leads out of an end', () => {
  const states = ['REJECTED', 'ENDED', 'WITHDRAWN'] as const;
  for (const state of states)
    for (const account of ['anna', 'carl']) expect(openSteps(at({ state, account }))).toEqual([]);
  const kind = fc.constantFrom(...(Object.keys(TRANSITIONS) as ProjectStepKind[]));
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind, applicant: fc.boolean() }), { maxLength: 60 }),
      (all) => {
        let situation = at({ state: 'DRAFT', round: 0 });
        for (const { kind: taken, applicant } of all) {
          const account = applicant ? 'anna' : 'carl';
          const now = { ...situation, account };
          if (refusalOf(taken, now, 'said') !== null) continue;
          expect(applicant).toBe(TRANSITIONS[taken].by === 'APPLICANT');
          // One member alone never makes a project active.
          expect(taken).not.toBe('APPROVE');
          situation = {
            ...now,
            state: stateAfter(taken, situation.state),
            round: situation.round + (TRANSITIONS[taken].opensRound ? 1 : 0),
            steps: [...situation.steps, step(taken, account, situation.round, yes)],
          };
        }
      },
    ),
  );
});

test('the last vote of a member counts', () => {
  const steps = [step('VOTE', 'carl', 1, no), step('VOTE', 'carl', 1, yes)];
  expect(tally(steps, 1)).toMatchObject({ yes: 1, no: 0 });
});

test('deadlines: a decision in 45 days, an answer in 30, a renewal before the end and a report after it', () => {
  const of = (state: StepRow['kind'], more: object) =>
    deadlinesOf({
      ...{ state: 'SUBMITTED', pending: null, until: null, today: '2026-03-02' },
      steps: [step(state, 'anna')],
      ...more,
    } as never);
  expect(of('SUBMIT', {})).toEqual([{ kind: 'DECIDE', due: '2026-04-15', by: 'COMMITTEE' }]);
  expect(of('ASK', { state: 'QUESTIONS' })).toEqual([
    { kind: 'ANSWER', due: '2026-03-31', by: 'APPLICANT' },
  ]);
  const active = { state: 'ACTIVE', until: '2027-02-28' };
  const report = { kind: 'REPORT', due: '2027-03-30', by: 'APPLICANT' };
  expect(of('APPROVE', active)).toEqual([report]);
  expect(of('APPROVE', { ...active, today: '2027-01-02' })).toEqual([
    { kind: 'RENEW', due: '2027-02-28', by: 'APPLICANT' },
    report,
  ]);
  expect(of('REPORT', { state: 'REPORTED', until: '2027-02-28' })).toMatchObject([
    { kind: 'DECIDE', by: 'COMMITTEE' },
  ]);
  expect(of('END', { state: 'ENDED' })).toEqual([]);
});

test('a letter says the decision, its reason and conditions in both languages; a vote sends none', () => {
  const of = { title: 'Lung cancer in women', applicant: { en: 'Anna', zh: '安娜' } };
  const approved = step('APPROVE', 'carl', 1, {
    conditions: 'No linkage.',
    countsPerDay: 50_000,
    until: '2027-02-28',
  });
  const letter = letterOf(of, approved);
  for (const text of [letter?.en, letter?.zh])
    for (const part of [
      'Lung cancer in women',
      'Because of this.',
      'No linkage.',
      '50000',
      '2027-02-28',
    ])
      expect(text).toContain(part);
  expect(letter?.zh).toContain('批准');
  expect(letterOf(of, step('VOTE', 'carl', 1, yes))).toBeNull();
});
