import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { codedTerm, encodeId, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
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
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(contact))
      .from(contact)
      .where(sql`${contact.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${contact.at} desc nulls last`, contact.id),
  ),
);

const FollowupContact: FollowupContactResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupContact', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  daysLate: (contact) => daysLate(contact, new Date()),
  what: ({ system, code, display }) => codedTerm(system, code, display),
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
