import type { Claim, ExplanationOfBenefit, Money, Resource } from '@medplum/fhirtypes';
import { difference, isZero, sum } from '@nodp/record';
import {
  codeable,
  coded,
  conceptIn,
  dateIn,
  type FhirReader,
  type FhirWriter,
  fhirWriter,
  nothing,
  type Place,
  type Read,
  said,
} from '@nodp/record/fhir';
import { type Amount, amountIn, type Payments, paymentsIn, priceOf } from './money.ts';
import type { CostItemRecord } from './record.ts';
import { costItem } from './table.ts';

type Bill = Claim | ExplanationOfBenefit;
type Item = NonNullable<ExplanationOfBenefit['item']>[number] & NonNullable<Claim['item']>[number];
type Line = Omit<CostItemRecord, 'kind' | 'source' | 'patient'>;

const ADJUDICATION = 'http://terminology.hl7.org/CodeSystem/adjudication';
const PAID_BY_PATIENT = 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication';
/** What of a bill stands in none of its items. */
const NOT_ITEMISED = { system: null, code: null, display: '未逐项列明' };

const isAnswer = (bill: Bill): bill is ExplanationOfBenefit =>
  bill.resourceType === 'ExplanationOfBenefit';

/** The condition that an item is for, else the only one that the bill names. */
const conditionOf = (bill: Bill, item: Item | null, place: Place): string | null => {
  const all = bill.diagnosis ?? [];
  const wanted = item?.diagnosisSequence?.[0];
  const found = wanted === undefined ? all : all.filter(({ sequence }) => sequence === wanted);
  return found.length === 1 ? place.key(found[0]?.diagnosisReference, 'Condition') : null;
};

/** What every line of a bill has of it. */
interface OfBill extends Pick<Line, 'status' | 'billed' | 'claim'> {
  /** When care began that the bill is for. */
  readonly began: Line['served'];
}

const ofBill = (bill: Bill, place: Place): OfBill => {
  const billed = place.date(bill.created, 'created');
  return {
    status: bill.status ?? 'active',
    billed,
    began: place.date(bill.billablePeriod?.start, 'billablePeriod.start') ?? billed,
    claim: isAnswer(bill) ? place.key(bill.claim, 'Claim') : null,
  };
};

/** What the patient paid is the rest of what insurance paid, where that alone is said. */
const paid = (amount: string, { insurance, patient }: Payments) => ({
  insurancePaid: insurance,
  patientPaid: patient ?? (insurance === null ? null : difference(amount, insurance)),
});

const lineOf = (
  bill: Bill,
  item: Item,
  { began, ...common }: OfBill,
  at: string,
  place: Place,
): Line | null => {
  const price = priceOf(item, at, place);
  if (price === null) return null;
  const payments = paymentsIn(item.adjudication, `${at}.adjudication`, place);
  return {
    category: coded(item.category),
    what: coded(item.productOrService) ?? nothing,
    served:
      place.date(item.servicedDate, `${at}.servicedDate`) ??
      place.date(item.servicedPeriod?.start, `${at}.servicedPeriod.start`) ??
      began,
    ...price,
    ...paid(price.amount, payments),
    ...common,
    condition: conditionOf(bill, item, place),
    encounter: place.key(item.encounter?.[0], 'Encounter'),
  };
};

/** The sums that a bill tells of itself. */
const totalsOf = (bill: Bill, place: Place): Payments & { readonly total: Amount | null } => {
  if (!isAnswer(bill))
    return { total: amountIn(bill.total, 'total', place), insurance: null, patient: null };
  const submitted = (bill.total ?? []).findIndex(({ category }) =>
    category?.coding?.some(({ code }) => code === 'submitted'),
  );
  return {
    total:
      submitted < 0
        ? null
        : amountIn(bill.total?.[submitted]?.amount, `total[${submitted}].amount`, place),
    ...paymentsIn(bill.total, 'total', place),
  };
};

const restOf = (whole: string | null, parts: readonly (string | null)[]): string | null =>
  whole === null ? null : difference(whole, sum(...parts.filter((part) => part !== null)));

/** What a bill's own sums say beyond its items: of one without items all of it. */
const restLine = (
  bill: Bill,
  lines: readonly Line[],
  { began, ...common }: OfBill,
  place: Place,
): Line | null => {
  const totals = totalsOf(bill, place);
  const currency = totals.total?.currency ?? lines[0]?.currency;
  if (currency === undefined || lines.some((line) => line.currency !== currency)) return null;
  const insurance = restOf(
    totals.insurance,
    lines.map((line) => line.insurancePaid),
  );
  const patient = restOf(
    totals.patient ??
      (totals.total === null || totals.insurance === null
        ? null
        : difference(totals.total.amount, totals.insurance)),
    lines.map((line) => line.patientPaid),
  );
  const amount =
    restOf(
      totals.total?.amount ?? null,
      lines.map((line) => line.amount),
    ) ?? '0';
  if ([amount, insurance ?? '0', patient ?? '0'].every(isZero) && lines.length > 0) return null;
  if (totals.total === null && insurance === null && patient === null) return null;
  return {
    category: null,
    what: lines.length === 0 ? (coded(bill.type) ?? NOT_ITEMISED) : NOT_ITEMISED,
    served: began,
    amount,
    currency,
    insurancePaid: insurance,
    patientPaid: patient,
    ...common,
    condition: conditionOf(bill, null, place),
    encounter: lines[0]?.encounter ?? null,
  };
};

const readBill = (resource: Resource, place: Place): Read => {
  const bill = resource as Bill;
  if (bill.use !== 'claim') return { retained: 'It asks what care would cost, or may be given.' };
  if (bill.status === 'draft') return { retained: 'A draft of a bill is no cost.' };
  if (isAnswer(bill) && (bill.outcome === 'queued' || bill.outcome === 'error'))
    return { retained: 'The claim has not been decided.' };
  const common = ofBill(bill, place);
  const items = ((bill.item ?? []) as readonly Item[]).flatMap(
    (item, i) => lineOf(bill, item, common, `item[${i}]`, place) ?? [],
  );
  const rest = restLine(bill, items, common, place);
  const lines = rest === null ? items : [...items, rest];
  if (lines.length === 0) return { retained: 'It names no amount.' };
  return {
    records: lines.map((line, i) => ({
      kind: 'cost-item',
      ...place.of(lines.length === 1 ? undefined : String(i + 1)),
      ...line,
    })),
  };
};

export const fhir: FhirReader = {
  claims: { Claim: 'rest', ExplanationOfBenefit: 'rest' },
  read: readBill,
};

/** FHIR asks every bill for who is paid and by whom, which a line does not say. */
const UNSAID = {
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'unknown',
    },
  ],
};

/** A decimal goes out with the digits that it was written with. */
const moneyOf = (amount: string, currency: string) => ({
  value: JSON.rawJSON(amount) as unknown as number,
  currency: currency as Money['currency'],
});

const decided = (system: string, code: string, amount: string | null, currency: string) =>
  amount === null
    ? []
    : [{ category: codeable(system, code, null), amount: moneyOf(amount, currency) }];

/** Each line is given back as a bill of its own. */
export const toFhir: FhirWriter = fhirWriter(costItem, {
  types: ['Claim', 'ExplanationOfBenefit'],
  search: {
    date: { on: costItem.billedOn, precision: costItem.billedPrecision },
    status: costItem.status,
  },
  names: { date: 'created', status: 'status' },
  patientElement: 'patient',
  write: (row, { common, subject, refer }) => {
    const answer = row.sourceType === 'ExplanationOfBenefit';
    const condition = refer('Condition', row.conditionSourceId);
    const encounter = refer('Encounter', row.encounterSourceId);
    return said({
      resourceType: row.sourceType,
      ...common,
      status: row.status,
      type: codeable('http://terminology.hl7.org/CodeSystem/claim-type', 'institutional', null),
      use: 'claim',
      patient: subject,
      created: dateIn(row, 'billed') ?? dateIn(row, 'served'),
      provider: UNSAID,
      insurance: [{ ...(answer ? {} : { sequence: 1 }), focal: true, coverage: UNSAID }],
      ...(answer
        ? { insurer: UNSAID, outcome: 'complete', claim: refer('Claim', row.claimSourceId) }
        : { priority: { text: 'normal' } }),
      diagnosis: condition === undefined ? [] : [{ sequence: 1, diagnosisReference: condition }],
      item: [
        said({
          sequence: 1,
          diagnosisSequence: condition === undefined ? [] : [1],
          category: conceptIn(row, 'category'),
          productOrService: conceptIn(row) ?? {
            extension: UNSAID.extension,
          },
          servicedDate: dateIn(row, 'served'),
          net: moneyOf(row.amount, row.currency),
          encounter: encounter === undefined ? [] : [encounter],
          adjudication: [
            ...decided(ADJUDICATION, 'benefit', row.insurancePaid, row.currency),
            ...decided(PAID_BY_PATIENT, 'paidbypatient', row.patientPaid, row.currency),
          ],
        }),
      ],
    });
  },
});
