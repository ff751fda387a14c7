import type { Label } from '@nodp/terminology';
import type { Ballot, Pending, ProjectState, ProjectStepKind, StepRow } from './project.ts';

/** Votes of members without a conflict of interest that a decision needs. */
export const QUORUM = 2;

interface Transition {
  readonly by: 'APPLICANT' | 'COMMITTEE';
  readonly from: readonly ProjectState[];
  /** The state after it; null where it stays. */
  readonly to: ProjectState | null;
  /** Whether the committee is asked anew. */
  readonly opensRound?: boolean;
}

/** Every step: who takes it, from where, to where. */
export const TRANSITIONS: Readonly<Record<ProjectStepKind, Transition>> = {
  SUBMIT: { by: 'APPLICANT', from: ['DRAFT'], to: 'SUBMITTED', opensRound: true },
  ASK: { by: 'COMMITTEE', from: ['SUBMITTED'], to: 'QUESTIONS' },
  ANSWER: { by: 'APPLICANT', from: ['QUESTIONS'], to: 'SUBMITTED', opensRound: true },
  CONFLICT: { by: 'COMMITTEE', from: ['SUBMITTED', 'ACTIVE'], to: null },
  VOTE: { by: 'COMMITTEE', from: ['SUBMITTED', 'ACTIVE'], to: null },
  APPROVE: { by: 'COMMITTEE', from: ['SUBMITTED', 'ACTIVE'], to: 'ACTIVE' },
  REJECT: { by: 'COMMITTEE', from: ['SUBMITTED', 'ACTIVE'], to: 'REJECTED' },
  AMEND: { by: 'APPLICANT', from: ['ACTIVE'], to: null, opensRound: true },
  RENEW: { by: 'APPLICANT', from: ['ACTIVE'], to: null, opensRound: true },
  SUSPEND: { by: 'COMMITTEE', from: ['ACTIVE'], to: 'SUSPENDED' },
  RESUME: { by: 'COMMITTEE', from: ['SUSPENDED'], to: 'ACTIVE' },
  REPORT: { by: 'APPLICANT', from: ['ACTIVE', 'SUSPENDED'], to: 'REPORTED' },
  END: { by: 'COMMITTEE', from: ['ACTIVE', 'SUSPENDED', 'REPORTED'], to: 'ENDED' },
  WITHDRAW: { by: 'APPLICANT', from: ['SUBMITTED', 'QUESTIONS'], to: 'WITHDRAWN' },
};

/** Steps about something the committee was asked: of an active project only where it asked for a change. */
const DELIBERATION: readonly ProjectStepKind[] = ['CONFLICT', 'VOTE', 'APPROVE', 'REJECT'];

/** Steps whose words are what they are: a question, an answer, a reason. */
const NEEDS_WORDS: readonly ProjectStepKind[] = [
  'ASK',
  'ANSWER',
  'CONFLICT',
  'APPROVE',
  'REJECT',
  'AMEND',
  'RENEW',
  'SUSPEND',
  'RESUME',
  'REPORT',
  'END',
];

export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstained: number;
  readonly conflicted: readonly string[];
}

/** The votes of a round: each member's last one, none of who declared a conflict. */
export const tally = (steps: readonly StepRow[], round: number): Tally => {
  const of = steps.filter((step) => step.round === round);
  const conflicted = new Set(of.filter(({ kind }) => kind === 'CONFLICT').map(({ byId }) => byId));
  const ballots = new Map<string, Ballot>();
  for (const { kind, byId, detail } of of)
    if (kind === 'VOTE' && detail.ballot !== undefined && !conflicted.has(byId))
      ballots.set(byId, detail.ballot);
  const count = (ballot: Ballot) => [...ballots.values()].filter((one) => one === ballot).length;
  return {
    yes: count('YES'),
    no: count('NO'),
    abstained: count('ABSTAIN'),
    conflicted: [...conflicted],
  };
};

/** What a step is judged by. */
export interface Situation {
  readonly state: ProjectState;
  readonly pending: Pending | null;
  readonly round: number;
  readonly ownerId: string;
  readonly members: readonly string[];
  readonly steps: readonly StepRow[];
  readonly hasApplication: boolean;
  /** Who would take the step, and whether of the committee. */
  readonly account: string;
  readonly committee: boolean;
}

const REFUSALS = {
  applicant: {
    en: 'Only who applied takes this step.',
    zh: '此步骤只能由申请人进行。',
  },
  committee: {
    en: 'Only the data access committee takes this step.',
    zh: '此步骤只能由数据访问委员会进行。',
  },
  own: {
    en: 'Who applied, or is of the project, does not decide on it.',
    zh: '申请人或课题成员不参与该课题的审议。',
  },
  state: {
    en: 'The project is not where this step can be taken: reload the page.',
    zh: '课题当前状态不能进行此步骤，请刷新页面。',
  },
  incomplete: {
    en: 'There is no application yet: write it first.',
    zh: '尚无申请内容，请先填写申请。',
  },
  pending: {
    en: 'A change waits for its decision already.',
    zh: '已有变更申请等待决定。',
  },
  nothing: {
    en: 'Nothing waits for a decision.',
    zh: '没有等待决定的事项。',
  },
  conflicted: {
    en: 'You declared a conflict of interest in this round.',
    zh: '您已在本轮声明利益冲突。',
  },
  quorum: {
    en: `A decision needs the votes of ${QUORUM} members without a conflict of interest.`,
    zh: `决定需要至少${QUORUM}名无利益冲突的委员投票。`,
  },
  majority: {
    en: 'The votes say otherwise: approval needs more votes for it than against it.',
    zh: '与投票结果不符：批准须赞成票多于反对票。',
  },
  words: {
    en: 'Say why, in words.',
    zh: '请填写说明。',
  },
} as const satisfies Record<string, Label>;

/** Why a step cannot be taken; null where it can. */
export const refusalOf = (kind: ProjectStepKind, at: Situation, words: string): Label | null => {
  const { by, from } = TRANSITIONS[kind];
  const own = at.account === at.ownerId || at.members.includes(at.account);
  if (by === 'APPLICANT' && at.account !== at.ownerId) return REFUSALS.applicant;
  if (by === 'COMMITTEE' && !at.committee) return REFUSALS.committee;
  if (by === 'COMMITTEE' && own) return REFUSALS.own;
  if (!from.includes(at.state)) return REFUSALS.state;
  if (kind === 'SUBMIT' && !at.hasApplication) return REFUSALS.incomplete;
  if ((kind === 'AMEND' || kind === 'RENEW') && at.pending !== null) return REFUSALS.pending;
  if (DELIBERATION.includes(kind)) {
    if (at.state === 'ACTIVE' && at.pending === null) return REFUSALS.nothing;
    const { yes, no, abstained, conflicted } = tally(at.steps, at.round);
    if (kind !== 'CONFLICT' && conflicted.includes(at.account)) return REFUSALS.conflicted;
    if (kind === 'APPROVE' || kind === 'REJECT') {
      if (yes + no + abstained < QUORUM) return REFUSALS.quorum;
      if ((kind === 'APPROVE') !== yes > no) return REFUSALS.majority;
    }
  }
  if (NEEDS_WORDS.includes(kind) && words.trim() === '') return REFUSALS.words;
  return null;
};

/** The steps that an account could take now, in the order of the table. */
export const openSteps = (at: Situation): ProjectStepKind[] =>
  (Object.keys(TRANSITIONS) as ProjectStepKind[]).filter(
    (kind) => refusalOf(kind, at, 'said') === null,
  );

/** The state after a step. A rejected change leaves an active project as it was. */
export const stateAfter = (kind: ProjectStepKind, state: ProjectState): ProjectState =>
  kind === 'REJECT' && state === 'ACTIVE' ? 'ACTIVE' : (TRANSITIONS[kind].to ?? state);
