import { isBefore, type PartialDate } from '@nodp/oncology';
import { type Kind, partialDate, type RecordOf } from '@nodp/record';
import { remembered } from '@nodp/terminology/remembered';
import { type Edit, type Examined, edit, type Found } from '../edit.ts';

const TR42 = 'IARC Technical Report 42 (2005), dates; CanReg5 CheckAgeIncidenceDateBirthDate';
const SINCE = '2026-11-29';

type Dated = 'tumour' | 'stage' | 'treatment' | 'observation';
const DATED = ['tumour', 'stage', 'treatment', 'observation'] as const;

interface Event {
  readonly date: PartialDate;
  readonly elements: readonly string[];
}

const instantly = (at: string): Event | null => {
  const date = partialDate(at);
  return date === null ? null : { date, elements: ['effective'] };
};

/** When what a record says was: its diagnosis, assessment, beginning or sampling. */
const eventOf = (record: Examined<Dated>): Event | null => {
  if (record.kind === 'observation') return instantly(record.at);
  const [date, elements] =
    record.kind === 'tumour'
      ? [record.diagnosed, ['onset', 'recordedDate']]
      : record.kind === 'stage'
        ? [record.assessed, ['effective']]
        : [record.started, ['performed', 'effective', 'authoredOn']];
  return date === null ? null : { date, elements };
};

const TRUE_DATES = { en: 'Send the true dates.', zh: '请上报正确的日期。' };
const TRUE_DATE = { en: 'Send the true date.', zh: '请上报正确的日期。' };

const when =
  (
    says: (
      event: Event,
      person: { readonly born: PartialDate | null; readonly died: PartialDate | null },
    ) => Found['reason'] | null,
    remedy: Found['remedy'],
  ) =>
  (record: Examined<Dated>, { person }: Parameters<Edit['find']>[1]): Found | null => {
    const event = eventOf(record);
    if (event === null) return null;
    const reason = says(event, person ?? { born: null, died: null });
    return reason === null ? null : { elements: event.elements, reason, remedy };
  };

const FIELDS = ['diagnosed', 'assessed', 'started', 'at'];

const afterDeath = when(
  ({ date }, { died }) =>
    died !== null && isBefore(died, date)
      ? {
          en: `${date.date} is after the patient's death (${died.date}).`,
          zh: `${date.date} 晚于患者死亡日期（${died.date}）。`,
        }
      : null,
  TRUE_DATES,
);

const beforeBirth = when(
  ({ date }, { born }) =>
    born !== null && isBefore(date, born)
      ? {
          en: `${date.date} is before the patient's birth (${born.date}).`,
          zh: `${date.date} 早于患者出生日期（${born.date}）。`,
        }
      : null,
  TRUE_DATES,
);

const before1900 = when(
  ({ date }) =>
    date.date < '1900'
      ? { en: `${date.date} is before 1900.`, zh: `${date.date} 早于 1900 年。` }
      : null,
  TRUE_DATE,
);

/** A clock of the sender's that goes fast is no future: two days are let pass of what a machine dates. */
const LENIENT_DAYS = 2;

const inTwoDays = remembered((day: string): string => {
  const limit = new Date(`${day}T00:00:00Z`);
  limit.setUTCDate(limit.getUTCDate() + LENIENT_DAYS);
  return limit.toISOString().slice(0, 10);
});

const isAhead = (date: PartialDate, today: PartialDate, lenient: boolean): boolean =>
  isBefore({ date: lenient ? inTwoDays(today.date) : today.date, precision: 'day' }, date);

const personDate = (
  find: (record: RecordOf<'patient'>, today: PartialDate) => Found | null,
): Pick<Edit<'patient'>, 'kinds' | 'severity' | 'since' | 'find'> => ({
  kinds: ['patient'],
  // Who a person is is needed by all that is said of the person: it is taken, and told.
  severity: 'warn',
  since: SINCE,
  find: (record, { today }) => find(record, today),
});

/** The order of dates: birth, diagnosis, treatment, death, now; none before 1900. */
export const DATE_EDITS = {
  'before-birth': edit<Dated>({
    title: { en: 'Before birth', zh: '早于出生' },
    kinds: ['tumour', 'stage', 'treatment'],
    fields: FIELDS,
    severity: 'refuse',
    source: `${TR42} (AGE_DATES_1)`,
    since: '2026-11-01',
    choice:
      'CanReg5 gives a year of slack where a month or day is unknown; here a date known to the month or year contradicts only where its last day does.',
    find: beforeBirth,
  }),
  'in-future': edit<Dated>({
    title: { en: 'Dated in the future', zh: '日期在未来' },
    kinds: DATED,
    fields: FIELDS,
    severity: 'quarantine',
    source: `${TR42} (DLC_2)`,
    since: SINCE,
    choice: 'A result is let pass for two days: laboratory clocks and time zones run ahead.',
    find: (record, { today }) => {
      const event = eventOf(record);
      if (event === null) return null;
      if (!isAhead(event.date, today, record.kind === 'observation')) return null;
      const { date } = event.date;
      return {
        elements: event.elements,
        reason: { en: `It is in the future (${date}).`, zh: `日期在未来（${date}）。` },
        remedy: TRUE_DATE,
      };
    },
  }),
  'before-1900': edit<Dated>({
    title: { en: 'Dated before 1900', zh: '日期早于1900年' },
    kinds: DATED,
    fields: FIELDS,
    severity: 'quarantine',
    source: 'The platform: 1900-01-01 and earlier days are what systems write for an unknown date',
    since: SINCE,
    find: before1900,
  }),
  'treated-after-death': edit<Dated>({
    title: { en: 'Treatment after death', zh: '治疗晚于死亡' },
    kinds: ['treatment'],
    fields: ['started'],
    severity: 'quarantine',
    source: `${TR42} (order of dates)`,
    since: SINCE,
    find: afterDeath,
  }),
  'diagnosed-after-death': edit<Dated>({
    title: { en: 'Diagnosis or stage after death', zh: '诊断或分期晚于死亡' },
    kinds: ['tumour', 'stage'],
    fields: ['diagnosed', 'assessed'],
    severity: 'warn',
    source: `${TR42} (DLC_1)`,
    since: SINCE,
    choice:
      'CanReg5 refuses it; an autopsy and a report of pathology are often dated after the death, so it is taken, and counts by the rules of cases.',
    find: afterDeath,
  }),
  'treated-before-diagnosis': edit<'treatment'>({
    title: { en: 'Treatment before diagnosis', zh: '治疗早于诊断' },
    kinds: ['treatment'],
    fields: ['started'],
    severity: 'warn',
    source: `${TR42} (order of dates)`,
    since: SINCE,
    choice:
      'Warned of alone, and of a tumour that the treatment names: a diagnosis is often dated by the pathology of the operation.',
    find: ({ what, started, tumour }, { person }) => {
      // A biopsy comes before what it finds.
      if (what === 'OTHER') return null;
      const of = tumour === null ? undefined : person?.tumours.find(({ key }) => key === tumour);
      if (started === null || of?.diagnosed == null || !isBefore(started, of.diagnosed))
        return null;
      return {
        elements: ['performed', 'effective', 'authoredOn'],
        reason: {
          en: `${started.date} is before the diagnosis of the tumour (${of.diagnosed.date}).`,
          zh: `${started.date} 早于该肿瘤的诊断日期（${of.diagnosed.date}）。`,
        },
        remedy: TRUE_DATES,
      };
    },
  }),
  'born-in-future': edit<'patient'>({
    ...personDate(({ born }, today) =>
      born !== null && isBefore(today, born)
        ? {
            elements: ['birthDate'],
            reason: {
              en: `The birth is in the future (${born.date}).`,
              zh: `出生日期在未来（${born.date}）。`,
            },
            remedy: TRUE_DATE,
          }
        : null,
    ),
    title: { en: 'Born in the future', zh: '出生日期在未来' },
    fields: ['born'],
    source: TR42,
  }),
  'died-in-future': edit<'patient'>({
    ...personDate(({ died }, today) =>
      died !== null && isBefore(today, died)
        ? {
            elements: ['deceased'],
            reason: {
              en: `The death is in the future (${died.date}).`,
              zh: `死亡日期在未来（${died.date}）。`,
            },
            remedy: TRUE_DATE,
          }
        : null,
    ),
    title: { en: 'Died in the future', zh: '死亡日期在未来' },
    fields: ['died'],
    source: TR42,
  }),
  'died-before-birth': edit<'patient'>({
    ...personDate(({ born, died }) =>
      born !== null && died !== null && isBefore(died, born)
        ? {
            elements: ['deceased'],
            reason: {
              en: `The death (${died.date}) is before the birth (${born.date}).`,
              zh: `死亡日期（${died.date}）早于出生日期（${born.date}）。`,
            },
            remedy: TRUE_DATES,
          }
        : null,
    ),
    title: { en: 'Died before birth', zh: '死亡早于出生' },
    fields: ['born', 'died'],
    source: TR42,
  }),
} as const satisfies Record<string, Edit<Kind>>;
