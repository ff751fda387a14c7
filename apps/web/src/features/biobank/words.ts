/** How the biobank's own enumerations read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  BankedSpecimenState,
  ContainerKind,
  CustodyAlertReason,
  CustodyKind,
  InventoryProblem,
  NotedCustody,
  RequestLineState,
  SpecimenLevel,
  SpecimenRequestState,
} from '../../graph/generated/graphql.ts';

type Words<Value extends string> = Record<Value, MessageDescriptor>;

export const kindWords: Words<ContainerKind> = {
  SITE: msg`Storage site`,
  FREEZER: msg`Freezer`,
  SHELF: msg`Shelf`,
  RACK: msg`Rack`,
  BOX: msg`Box`,
};

export const specimenStateWords: Words<BankedSpecimenState> = {
  COLLECTED: msg`To be stored`,
  STORED: msg`In storage`,
  OUT: msg`Taken out`,
  SHIPPED: msg`Under way`,
  RECEIVED: msg`With the requester`,
  USED_UP: msg`Used up`,
  DISPOSED: msg`Destroyed`,
};

export const levelWords: Words<SpecimenLevel> = {
  PRIMARY: msg`Primary specimen`,
  DERIVED: msg`Derived specimen`,
  ALIQUOT: msg`Aliquot`,
  POOL: msg`Pool`,
};

export const custodyWords: Words<CustodyKind> = {
  COLLECTED: msg`Collected`,
  RECEIVED: msg`Received by the biobank`,
  PROCESSED: msg`Processed`,
  STORED: msg`Stored`,
  MOVED: msg`Moved`,
  TAKEN: msg`Taken out`,
  THAWED: msg`Thawed`,
  SHIPPED: msg`Shipped`,
  DELIVERED: msg`Received by the requester`,
  RETURNED: msg`Returned`,
  USED_UP: msg`Used up`,
  DISPOSED: msg`Destroyed`,
  WITHDRAWN: msg`Consent withdrawn`,
};

export const notedWords: Words<NotedCustody> = {
  TAKEN: msg`Taken out`,
  PROCESSED: msg`Processed`,
  THAWED: msg`Thawed`,
  RETURNED: msg`Returned`,
  DISPOSED: msg`Destroyed`,
};

export const alertWords: Words<CustodyAlertReason> = {
  EXCURSION: msg`Specimen out of its temperature`,
  FREEZER: msg`Freezer out of its temperature`,
  NOT_STORED: msg`Not stored within 24 hours`,
  OUT_TOO_LONG: msg`Out of storage for more than 4 hours`,
  NOT_RECEIVED: msg`No receipt after 7 days`,
};

export const requestStateWords: Words<SpecimenRequestState> = {
  SUBMITTED: msg`Waits for the committee`,
  APPROVED: msg`Approved`,
  REFUSED: msg`Refused`,
  SHIPPED: msg`Shipped`,
  DELIVERED: msg`Received`,
  ENDED: msg`Ended`,
};

export const lineWords: Words<RequestLineState> = {
  RESERVED: msg`Reserved`,
  SHIPPED: msg`Shipped`,
  DELIVERED: msg`Received`,
  RELEASED: msg`Given back`,
  WITHDRAWN: msg`Consent withdrawn`,
};

export const findingWords: Words<InventoryProblem> = {
  MISSING: msg`Missing`,
  MISPLACED: msg`Misplaced`,
  UNKNOWN: msg`Unknown barcode`,
};
