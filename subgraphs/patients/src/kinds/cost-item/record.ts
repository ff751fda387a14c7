import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

/** One line of a bill for care: what was charged, and who paid it as far as that was said. */
export interface CostItemRecord extends OfOnePatient {
  readonly kind: 'cost-item';
  /** The class of cost, as sent: drugs, examinations, an operation. */
  readonly category: Coded | null;
  readonly what: Coded;
  readonly served: PartialDate | null;
  /** A decimal as it was written (`12.50`); below zero where money was given back. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What insurance paid of it; null where nothing says. */
  readonly insurancePaid: string | null;
  /** What the patient paid out of pocket; null where nothing says. */
  readonly patientPaid: string | null;
  /** `active`, or `cancelled` where the bill was taken back. */
  readonly status: string;
  /** When the bill was made. */
  readonly billed: PartialDate | null;
  /** The sender's key of the claim that the bill answers; null of a claim itself, and of an answer that names none. */
  readonly claim: string | null;
  /** The sender's key of the encounter in which it was done. */
  readonly encounter: string | null;
  /** The sender's key of the condition that it was done for. */
  readonly condition: string | null;
}

declare module '@nodp/record' {
  interface Records {
    'cost-item': CostItemRecord;
  }
}
