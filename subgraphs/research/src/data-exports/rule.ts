import type { Label } from '@nodp/terminology';

/** Where an export of a project stands. */
export type DataExportState =
  | 'REQUESTED'
  | 'PROPOSED'
  | 'CONSENTED'
  | 'PACKED'
  | 'RELEASED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'DECLINED'
  | 'REVOKED'
  | 'EXPIRED';

/** What somebody does to an export; what the platform does (proposes, packs, refuses, deletes) is no step. */
export type DataExportStepKind =
  | 'CONSENT'
  | 'WITHDRAW'
  | 'RELEASE'
  | 'DECLINE'
  | 'REVOKE'
  | 'CERTIFY';

interface Transition {
  readonly by: 'REQUESTER' | 'COMMITTEE';
  readonly from: readonly DataExportState[];
  /** Null where the state stays. */
  readonly to: DataExportState | null;
  readonly needsWords: boolean;
}

export const TRANSITIONS: Readonly<Record<DataExportStepKind, Transition>> = {
  CONSENT: { by: 'REQUESTER', from: ['PROPOSED'], to: 'CONSENTED', needsWords: false },
  WITHDRAW: {
    by: 'REQUESTER',
    from: ['REQUESTED', 'PROPOSED', 'CONSENTED', 'PACKED'],
    to: 'WITHDRAWN',
    needsWords: false,
  },
  RELEASE: { by: 'COMMITTEE', from: ['PACKED'], to: 'RELEASED', needsWords: false },
  DECLINE: { by: 'COMMITTEE', from: ['PROPOSED', 'PACKED'], to: 'DECLINED', needsWords: true },
  REVOKE: { by: 'COMMITTEE', from: ['RELEASED'], to: 'REVOKED', needsWords: true },
  CERTIFY: {
    by: 'REQUESTER',
    from: ['RELEASED', 'REVOKED', 'EXPIRED'],
    to: null,
    needsWords: true,
  },
};

/** How an account stands to an export. */
export interface Standing {
  readonly account: string;
  /** Whether the account is a national data manager: a member of the data access committee. */
  readonly committee: boolean;
  readonly requestedBy: string;
  /** Owner and members of the project. */
  readonly accounts: readonly string[];
  readonly state: DataExportState;
  /** Whether what leaves is still granted today. */
  readonly granted: boolean;
}

const REFUSALS = {
  requester: {
    en: 'Only who requested the export does this.',
    zh: '只有申请导出者可以执行此操作。',
  },
  committee: {
    en: 'A member of the data access committee does this.',
    zh: '须由数据访问委员会成员执行。',
  },
  second: {
    en: 'A second person releases an export: neither who requested it nor an account of the project.',
    zh: '导出须由第二人放行：不能是申请者或本课题的账号。',
  },
  state: {
    en: 'The export does not stand where this can be done.',
    zh: '导出的当前状态不允许此操作。',
  },
  granted: {
    en: 'The project’s grant is not in force, or no longer holds what was requested: nothing leaves.',
    zh: '课题授权未生效或已不含所申请的内容，数据不得导出。',
  },
  words: { en: 'Say why, in words.', zh: '请填写说明。' },
} as const satisfies Record<string, Label>;

/** Why a step cannot be taken; null where it can. */
export const refusalOf = (kind: DataExportStepKind, at: Standing, words: string): Label | null => {
  const { by, from, needsWords } = TRANSITIONS[kind];
  if (by === 'REQUESTER' && at.account !== at.requestedBy) return REFUSALS.requester;
  if (by === 'COMMITTEE' && !at.committee) return REFUSALS.committee;
  if (by === 'COMMITTEE' && (at.account === at.requestedBy || at.accounts.includes(at.account)))
    return REFUSALS.second;
  if (!from.includes(at.state)) return REFUSALS.state;
  if ((kind === 'CONSENT' || kind === 'RELEASE') && !at.granted) return REFUSALS.granted;
  if (needsWords && words.trim() === '') return REFUSALS.words;
  return null;
};

/** The steps that an account could take now. */
export const openSteps = (at: Standing): DataExportStepKind[] =>
  (Object.keys(TRANSITIONS) as DataExportStepKind[]).filter(
    (kind) => refusalOf(kind, at, 'said') === null,
  );
