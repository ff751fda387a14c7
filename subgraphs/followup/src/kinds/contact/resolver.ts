import { encodeId, latestFirst, plainCode, recordsOf } from '@nodp/graph';
import type {
  ContactConnectionResolvers,
  FollowupContactResolvers,
  PatientResolvers,
  QueryResolvers,
} from '../../generated/resolvers.ts';
import { contactsDue } from './contacts-due.ts';
import { daysLate } from './overdue.ts';
import { contact } from './table.ts';

/** Made and due, latest first. */
const rows = recordsOf(contact, latestFirst(contact.at));

const FollowupContact: FollowupContactResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupContact', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  daysLate: (contact) => daysLate(contact, new Date()),
  what: plainCode,
};

const ContactConnection: ContactConnectionResolvers = {
  totalCount: (list) => list.totalCount(),
  overdueCount: (list) => list.overdueCount(),
};

const Query: QueryResolvers = {
  contactsDue: (_, args, context) => contactsDue(args, context),
};

const Patient: PatientResolvers = {
  followupContacts: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Query, Patient, FollowupContact, ContactConnection };
