import * as v from 'valibot';
import type { CriterionForm } from '../../criterion/module.ts';
import { MARKS, type Mark } from '../../criterion/timeline.ts';
import { type Biomarker, form as biomarker } from '../biomarker/form.ts';
import { form as outcome, type Trend } from '../outcome/form.ts';
import { type Treatment, form as treatment } from '../treatment/form.ts';

/** Criteria of events that have a day. */
const EVENT_FORMS = { treatment, biomarker, outcome } as const;
export type EventKind = keyof typeof EVENT_FORMS;
export const EVENT_KINDS = Object.keys(EVENT_FORMS) as EventKind[];

/** What has a day: an event that a criterion asks for, or a day that every case has. */
export type TimeEvent =
  | { readonly mark: Mark }
  | { readonly treatment: Treatment }
  | { readonly biomarker: Biomarker }
  | { readonly outcome: Trend[] };

/** The kind of an event with its value; null for a day that every case has. */
export const eventKindOf = (event: TimeEvent): EventKind | null =>
  EVENT_KINDS.find((kind) => kind in event) ?? null;

const formOf = (kind: EventKind) => EVENT_FORMS[kind] as unknown as CriterionForm<unknown>;

export const valueOfEvent = (event: TimeEvent): unknown => Object.values(event)[0];

const made = (kind: EventKind, value: unknown): TimeEvent =>
  ({ [kind]: value }) as unknown as TimeEvent;

/** Exactly one field, as everywhere in a definition; what was sent as null was left out. */
export const eventSchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.rawTransform(({ dataset, addIssue, NEVER }): TimeEvent => {
    const given = Object.entries(dataset.value).filter(([, value]) => value != null);
    const [field = '', value] = given[0] ?? [];
    const schema =
      field === 'mark'
        ? v.picklist(MARKS)
        : EVENT_KINDS.includes(field as EventKind)
          ? formOf(field as EventKind).schema
          : null;
    if (given.length === 1 && schema !== null) {
      const parsed = v.safeParse(schema, value);
      if (parsed.success) return { [field]: parsed.output } as unknown as TimeEvent;
    }
    addIssue({ message: 'misshapen' });
    return NEVER;
  }),
);

export const asksEvent = (event: TimeEvent): boolean => {
  const kind = eventKindOf(event);
  return kind === null || formOf(kind).asks(valueOfEvent(event));
};

export const canonicalEvent = (event: TimeEvent): TimeEvent => {
  const kind = eventKindOf(event);
  return kind === null ? event : made(kind, formOf(kind).canonical(valueOfEvent(event)));
};

export const writeEvent = (event: TimeEvent): string => {
  const kind = eventKindOf(event);
  return kind === null
    ? `mark:${String(valueOfEvent(event)).toLowerCase().replaceAll('_', '-')}`
    : `${kind}:${formOf(kind).write(valueOfEvent(event))}`;
};

export const readEvent = (text: string): TimeEvent | null => {
  const [, field = '', value = ''] = /^([a-z]+):(.*)$/s.exec(text) ?? [];
  if (field === 'mark') {
    const mark = MARKS.find((each) => each.toLowerCase().replaceAll('_', '-') === value);
    return mark === undefined ? null : { mark };
  }
  if (!EVENT_KINDS.includes(field as EventKind)) return null;
  const read = formOf(field as EventKind).read(value);
  return read === null ? null : made(field as EventKind, read);
};
