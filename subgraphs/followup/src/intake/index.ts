import { dateColumns, mapping, plainColumns, type RecordWriter, writerOf } from '@nodp/intake';
import { contact, diseaseStatus, plan } from '../tables.ts';

const plans = mapping('plan', plan, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  ...dateColumns('started', r.started),
  ...dateColumns('ended', r.ended),
  activities: [...r.activities],
}));

const contacts = mapping('contact', contact, (r) => ({
  ...plainColumns(r.what),
  status: r.status,
  at: r.at,
  note: r.note,
}));

const statuses = mapping('disease-status', diseaseStatus, (r) => ({
  trend: r.trend,
  ...plainColumns(r.sent),
  ...dateColumns('assessed', r.assessed),
}));

/** Writes plans, contacts and how the disease stood. */
export const followupWriter: RecordWriter = writerOf([plans, contacts, statuses]);
