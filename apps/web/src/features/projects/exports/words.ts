/** How steps of exports read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DataExportStepKind } from '../../../graph/generated/graphql.ts';

type Words = Record<DataExportStepKind, MessageDescriptor>;

/** What a button does. */
export const exportActionWords: Words = {
  CONSENT: msg`Consent to this`,
  WITHDRAW: msg`Withdraw the export`,
  RELEASE: msg`Release the export`,
  DECLINE: msg`Decline the export`,
  REVOKE: msg`Revoke the export`,
  CERTIFY: msg`Certify that every copy was deleted`,
};

/** What happened. */
export const exportStepWords: Words = {
  CONSENT: msg`Consented`,
  WITHDRAW: msg({ message: 'Withdrawn', context: 'data export' }),
  RELEASE: msg({ message: 'Released', context: 'data export' }),
  DECLINE: msg({ message: 'Declined', context: 'data export' }),
  REVOKE: msg({ message: 'Revoked', context: 'data export' }),
  CERTIFY: msg`Certified that every copy was deleted`,
};

/** What a step does, said before it is taken. */
export const exportConsequences: Words = {
  CONSENT: msg`The files are made as proposed. Nothing leaves before a second person releases them.`,
  WITHDRAW: msg`The export ends, and what was made of it is deleted.`,
  RELEASE: msg`The requester can take the encrypted file away for 14 days; then it is deleted here.`,
  DECLINE: msg`The export ends, and what was made of it is deleted.`,
  REVOKE: msg`The file is deleted here and cannot be taken away any more. What was taken away is with the recipient.`,
  CERTIFY: msg`Your statement stands in the register of exports.`,
};

/** Steps that are nothing without words. */
export const needsWords = (kind: DataExportStepKind): boolean =>
  kind === 'DECLINE' || kind === 'REVOKE' || kind === 'CERTIFY';
