import type { CodeableConcept, Money, Quantity } from '@medplum/fhirtypes';
import { decimalIn, product, sum } from '@nodp/record';
import { digitsOf, type Place } from '@nodp/record/fhir';

/** An amount of money: a decimal as it was written, and ISO 4217's code of the currency. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** Ten digits before the point: no line that a hospital means is dearer. */
const DEAREST = /^-?\d{1,10}(\.\d+)?$/;

const decimalOf = (number: object & { readonly value?: number | undefined }): string | null =>
  number.value === undefined ? null : decimalIn(digitsOf(number) ?? String(number.value));

/** Null where nothing is said; a number that no bill holds is told. */
export const amountIn = (money: Money | undefined, at: string, place: Place): Amount | null => {
  if (money?.value === undefined) return null;
  const amount = decimalOf(money);
  if (amount === null || !DEAREST.test(amount)) {
    place.wrong(
      `${at}.value`,
      'value',
      `${money.value} is no amount of money. Send what was charged.`,
    );
    return null;
  }
  if (money.currency === undefined)
    place.doubtful(
      `${at}.currency`,
      'required',
      'No currency is named: the amount is taken as CNY. Send the currency beside it.',
    );
  return { amount, currency: money.currency ?? 'CNY' };
};

interface Priced {
  readonly net?: Money;
  readonly unitPrice?: Money;
  readonly quantity?: Quantity;
  readonly factor?: number;
}

/** What an item costs: its net amount, else its price times how many and by its factor; null where neither is said. */
export const priceOf = (item: Priced, at: string, place: Place): Amount | null => {
  const net = amountIn(item.net, `${at}.net`, place);
  if (net !== null) return net;
  const price = amountIn(item.unitPrice, `${at}.unitPrice`, place);
  if (price === null) return null;
  const many = (item.quantity && decimalOf(item.quantity)) ?? '1';
  const factor = decimalIn(String(item.factor ?? 1)) ?? '1';
  return { ...price, amount: product(product(price.amount, many), factor) };
};

/** Who paid, each as far as it is said. */
export interface Payments {
  readonly insurance: string | null;
  readonly patient: string | null;
}

interface Decided {
  readonly category?: CodeableConcept;
  readonly amount?: Money;
}

/** HL7's adjudication codes, and CARIN Blue Button's where HL7 has none; of each list the first that is said. */
const INSURANCE = [['benefit'], ['paidtoprovider', 'paidtopatient']];
const PATIENT = [['paidbypatient'], ['memberliability']];

export const paymentsIn = (
  all: readonly Decided[] | undefined,
  at: string,
  place: Place,
): Payments => {
  const said = (all ?? []).map(({ category, amount }, i) => ({
    codes: (category?.coding ?? []).map(({ code }) => code ?? ''),
    path: `${at}[${i}].amount`,
    amount,
  }));
  const firstOf = (lists: readonly (readonly string[])[]): string | null => {
    for (const codes of lists) {
      const found = said
        .filter((one) => one.codes.some((code) => codes.includes(code)))
        .flatMap(({ amount, path }) => amountIn(amount, path, place)?.amount ?? []);
      if (found.length > 0) return sum(...found);
    }
    return null;
  };
  return { insurance: firstOf(INSURANCE), patient: firstOf(PATIENT) };
};
