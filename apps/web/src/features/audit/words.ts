/** How actions and findings of the access audit read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { roleWords } from '../../design/words.ts';
import type {
  AccessFindingKind,
  AccessVerdict,
  AuditAction,
  ClaimState,
  PersonFact,
  PurposeOfUse,
  RestrictionKind,
} from '../../graph/generated/graphql.ts';

export const actionWords: Record<AuditAction, MessageDescriptor> = {
  READ: msg`Read`,
  SEARCH: msg`Searched`,
  WRITE: msg`Sent records`,
  CHANGE: msg`Changed`,
  REFUSED: msg({ message: 'Refused', context: 'audit' }),
  SIGN_IN: msg`Signed in`,
  SIGN_IN_REFUSED: msg`Sign-in refused`,
  SIGN_OUT: msg`Signed out`,
  AUDIT_READ: msg`Read the audit`,
  EXPORT: msg`Exported`,
  BREAK_GLASS: msg`Emergency access`,
  CLAIM: msg`Opened to another institution`,
  UNLINK: msg`Records parted`,
  RELINK: msg`Records joined`,
  REFERRAL: msg`Referral`,
};

export const purposeWords: Record<PurposeOfUse, MessageDescriptor> = {
  TREAT: msg({ message: 'Treatment', context: 'purpose' }),
  ETREAT: msg`Emergency treatment`,
  CAREMGT: msg`Follow-up care`,
  HOPERAT: msg`Records and quality`,
  HCOMPL: msg`Privacy oversight`,
  HSYSADMIN: msg`Administration`,
  HRESCH: msg({ message: 'Research', context: 'purpose' }),
  BIORCH: msg`Research on specimens`,
  PUBHLTH: msg`Public health`,
  PATRQT: msg`The patient’s own`,
};

export const findingWords: Record<AccessFindingKind, MessageDescriptor> = {
  VOLUME: msg`Many patients`,
  COLLEAGUE: msg`Name of a colleague`,
  SAME_SURNAME: msg`Same surname`,
  RESTRICTED: msg`Restricted patients`,
  OUTSIDE_HOURS: msg`At night`,
};

export const verdictWords: Record<AccessVerdict, MessageDescriptor> = {
  JUSTIFIED: msg`Justified`,
  UNJUSTIFIED: msg`Not justified`,
};

export const restrictionWords: Record<RestrictionKind, MessageDescriptor> = {
  STAFF: msg`Staff`,
  PUBLIC_PERSON: msg`Public person`,
  OTHER: msg({ message: 'Other', context: 'restriction' }),
};

export const claimWords: Record<ClaimState, MessageDescriptor> = {
  WAITING: msg`Waits for a decision`,
  APPROVED: msg`Approved`,
  DECLINED: msg`Declined`,
  OPENED: msg({ message: 'Open', context: 'claim' }),
  PARTED: msg`Parted`,
  WITHDRAWN: msg`Number corrected`,
};

export const personFactWords: Record<PersonFact, MessageDescriptor> = {
  NAME: msg({ context: 'of a person', message: 'Name' }),
  SEX: msg`Sex`,
  BIRTH: msg`Date of birth`,
};

/** Reads a role, which may be one that only the audit knows. */
export function useRoleWords(): (role: string) => string {
  const { i18n } = useLingui();
  return (role) => {
    if (role === 'OPERATOR') return i18n._(msg`Operator at the server`);
    const words = Object.hasOwn(roleWords, role) ? roleWords[role as keyof typeof roleWords] : null;
    return words ? i18n._(words) : '—';
  };
}
