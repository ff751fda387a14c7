/** What the audit records beside an event, in words: never as the JSON it is stored as. */
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Names of an event's details; a name without words is shown itself. */
const names: Record<string, MessageDescriptor> = {
  account: msg`account`,
  actions: msg`actions`,
  added: msg`added`,
  breakGlass: msg`list of emergencies`,
  changed: msg`changed`,
  claims: msg`list of claims`,
  closed: msg`closed`,
  confirmed: msg`confirmed`,
  corrected: msg`number corrected`,
  decided: msg`decision`,
  decision: msg`decision`,
  doubtful: msg`list of doubtful joins`,
  fields: msg`changes`,
  filter: msg`filter`,
  firstCrossInstitutionAccesses: msg`first accesses`,
  // Of events before the name above.
  firstLooks: msg`first accesses`,
  fourEyes: msg`joins across institutions need two`,
  from: msg`from`,
  fromDay: msg`from day`,
  institution: msg`institution`,
  match: msg`match of persons`,
  matches: msg`list of matches`,
  nameEn: msg`name in English`,
  nameZh: msg`name in Chinese`,
  opened: msg`opened`,
  passwordSet: msg`password set`,
  purpose: msg`purpose`,
  reason: msg`reason`,
  referral: msg`referral`,
  referrals: msg`list of referrals`,
  refusals: msg`refusals`,
  restricted: msg`restricted`,
  role: msg`role`,
  secondFactor: msg`second factor`,
  sessionsEnded: msg`sessions ended`,
  sex: msg`sex`,
  shown: msg`shown`,
  sites: msg`sites`,
  stages: msg`stages`,
  state: msg`result`,
  statements: msg`statements compared`,
  submissionId: msg`submission`,
  to: msg`to`,
  toDay: msg`to day`,
  unusual: msg`unusual access`,
  until: msg`until`,
  vitalStatus: msg`vital status`,
};

/** Words of stored values. */
const values: Record<string, MessageDescriptor> = {
  approved: msg`approved`,
  declined: msg`declined`,
  audit: msg`to read the audit`,
  GRANTED: msg`opened`,
  NOT_FOUND: msg`nobody found`,
  IN_CARE: msg`in the own care`,
  TOO_MANY: msg`too many tries`,
  STAFF: msg`staff`,
  PUBLIC_PERSON: msg`public person`,
  OTHER: msg`other`,
  LINKED: msg`joined unseen`,
  REVIEW: msg`waits for review`,
  PROPOSED: msg`join proposed`,
  JOINED: msg`joined`,
  APART: msg`ruled different persons`,
  JOIN: msg`joined`,
  UNDO: msg`taken back`,
  WAITING: msg`waiting`,
  made: msg({ message: 'made', context: 'referral' }),
  ACCEPTED: msg({ message: 'accepted', context: 'referral' }),
  DECLINED: msg`declined`,
  WITHDRAWN: msg({ message: 'withdrawn', context: 'referral' }),
  ANSWERED: msg({ message: 'answered', context: 'referral' }),
};

const valueWords = (i18n: I18n, value: unknown): string => {
  if (value === null || value === undefined) return '—';
  if (value === true) return i18n._(msg`yes`);
  if (value === false) return i18n._(msg`no`);
  if (Array.isArray(value)) return value.map((one) => valueWords(i18n, one)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([name, one]) => detailWords(i18n, name, one))
      .join(', ');
  const text = String(value);
  return Object.hasOwn(values, text) ? i18n._(values[text] as MessageDescriptor) : text;
};

const isNothing = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).every(isNothing));

const detailWords = (i18n: I18n, name: string, value: unknown): string => {
  const words = Object.hasOwn(names, name) ? i18n._(names[name] as MessageDescriptor) : name;
  return value === true ? words : `${words}: ${valueWords(i18n, value)}`;
};

/** @param detail each with its value as JSON */
export const eventDetail = (
  i18n: I18n,
  detail: readonly { readonly name: string; readonly value: string }[],
): string =>
  detail
    .map(({ name, value }) => ({ name, value: JSON.parse(value) as unknown }))
    .filter(({ value }) => !isNothing(value))
    .map(({ name, value }) => detailWords(i18n, name, value))
    .join(' · ');
