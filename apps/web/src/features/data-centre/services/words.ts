/** How what programs may do, and what goes wrong about them, reads. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ApiClientProblem, WebhookEvent } from '../../../graph/generated/graphql.ts';

export const problemWords: Record<ApiClientProblem, MessageDescriptor> = {
  NAME: msg`A name has 1 to 100 characters.`,
  INSTITUTION: msg`Choose the institution.`,
  SCOPES: msg`Choose what it is for.`,
  KEYS: msg`The key set has no key that can be used. It needs public RSA keys of 2048 bits or more, or EC keys of P-384, each with a kid; never a private one.`,
  ADDRESS: msg`The address begins with https:// and holds no password.`,
  DAYS: msg`Days are from 1 to 3650.`,
  NO_CLIENT: msg`It has ended already.`,
  TOO_MANY: msg`The institution has as many as it may have; end one that is not used.`,
};

export const eventWords: Record<WebhookEvent, MessageDescriptor> = {
  RECORD_HELD: msg`A record is held back`,
  ALERT_OPENED: msg`An alert of a recurrence is opened`,
  PATIENT_MOVED: msg`A patient is joined or parted`,
};

export const events = Object.keys(eventWords) as WebhookEvent[];
