/** How states of exports read, on a project's page and in the register. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DataExportState } from '../graph/generated/graphql.ts';

export const dataExportStateWords: Record<DataExportState, MessageDescriptor> = {
  REQUESTED: msg`Being examined: what has to be generalised`,
  PROPOSED: msg`Waits for the requester’s consent`,
  CONSENTED: msg`Files are being made`,
  PACKED: msg`Waits for release by a second person`,
  RELEASED: msg({ message: 'Released', context: 'data export' }),
  REFUSED: msg({ message: 'Refused', context: 'data export' }),
  WITHDRAWN: msg({ message: 'Withdrawn', context: 'data export' }),
  DECLINED: msg({ message: 'Declined', context: 'data export' }),
  REVOKED: msg({ message: 'Revoked', context: 'data export' }),
  EXPIRED: msg({ message: 'Expired', context: 'data export' }),
};
