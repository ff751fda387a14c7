import { isBefore, middleDay, type PartialDate } from '../dates/partial-date.ts';
import { type Known, type KnownInputs, type PrognosticRecord, written } from './record.ts';

type Stage = PrognosticRecord['stages'][number];

const AT_DIAGNOSIS: ReadonlySet<string | null> = new Set(['c', 'p', null]);

const ofAxis = (record: PrognosticRecord, axis: string): Stage[] =>
  record.stages.filter((one) => one.axis === axis && AT_DIAGNOSIS.has(one.classification));

const stageSource = (
  { axis, classification, value, assessed }: Stage,
  said: Known['value'],
): Known => {
  const name = axis === 'group' ? 'stage group' : axis;
  const zh = axis === 'group' ? '分期组' : axis;
  const prefix = classification ?? '';
  const shown = axis.length === 1 ? `${prefix}${value}` : `${name} ${prefix}${value}`;
  return {
    value: said,
    source: {
      en: `recorded: ${shown}`,
      zh: `已记录：${axis.length === 1 ? shown : `${zh} ${prefix}${value}`}`,
    },
    date: written(assessed),
  };
};

/** Site groups whose stages I to III have no distant metastasis, and the group that has one. */
const METASTATIC_GROUP: Readonly<Record<string, RegExp>> = {
  breast: /^IV/,
  colorectum: /^IV/,
  prostate: /^IVB$/,
};

/** Days after the diagnosis within which a metastasis was there at it. */
const SYNCHRONOUS = 120;

const daysFrom = (from: PartialDate, to: PartialDate): number =>
  (Date.parse(middleDay(to)) - Date.parse(middleDay(from))) / 86_400_000;

/** Whether there was a distant metastasis at diagnosis. */
const metastatic = (record: PrognosticRecord): Known | undefined => {
  const { diagnosed, metastases } = record;
  // A lymph node may be regional: its category says what it is.
  const found = metastases.find(
    (one) =>
      one.topography?.startsWith('C77') !== true &&
      one.diagnosed !== null &&
      diagnosed !== null &&
      daysFrom(diagnosed, one.diagnosed) <= SYNCHRONOUS,
  );
  if (found !== undefined)
    return {
      value: true,
      source: { en: 'a metastasis is recorded', zh: '已记录转移灶' },
      date: written(found.diagnosed),
    };
  const categories = ofAxis(record, 'M');
  const yes = categories.find(({ value }) => value.startsWith('M1'));
  if (yes !== undefined) return stageSource(yes, true);
  const no = categories.find(({ value }) => value.startsWith('M0'));
  if (no !== undefined) return stageSource(no, false);
  const rule = METASTATIC_GROUP[record.site ?? ''];
  const group = ofAxis(record, 'group')[0];
  if (rule === undefined || group === undefined) return undefined;
  if (rule.test(group.value)) return stageSource(group, true);
  return /^I{1,3}(?!V)/.test(group.value) ? stageSource(group, false) : undefined;
};

/** Whether drugs were given before the first operation: known where both have dates that tell. */
const neoadjuvant = ({ treatments }: PrognosticRecord): Known | undefined => {
  const begun = treatments.filter(({ given }) => given);
  const operations = begun.filter(({ kind }) => kind === 'SURGERY');
  const starts = operations.flatMap(({ started }) => (started === null ? [] : [started]));
  const first = starts.toSorted((a, b) => middleDay(a).localeCompare(middleDay(b)))[0];
  if (first === undefined || starts.length < operations.length) return undefined;
  const systemic = begun.filter(({ kind }) => kind === 'SYSTEMIC');
  const before = systemic.find(({ started }) => started !== null && isBefore(started, first));
  const date = written(first);
  if (before !== undefined)
    return {
      value: true,
      source: {
        en: `drugs from ${written(before.started)}, before the operation`,
        zh: `${written(before.started)}起用药，早于手术`,
      },
      date,
    };
  if (
    !systemic.every(
      ({ started }) => started !== null && !isBefore(started, first) && !overlaps(started, first),
    )
  )
    return undefined;
  return {
    value: false,
    source: { en: 'operation before any drug', zh: '手术先于用药' },
    date,
  };
};

/** Whether it is open which of two dates came first, because one is known to the month or year alone. */
const overlaps = (a: PartialDate, b: PartialDate): boolean =>
  !isBefore(a, b) && !isBefore(b, a) && (a.precision !== 'day' || b.precision !== 'day');

const nearest = <One extends { readonly day: string }>(
  all: readonly One[],
  { diagnosed, treatments }: PrognosticRecord,
): One | null => {
  const operation = treatments.find(
    ({ kind, started, given }) => kind === 'SURGERY' && given && started,
  );
  const anchor = operation?.started ?? diagnosed;
  if (anchor === null || anchor === undefined) return null;
  const apart = ({ day }: One) => Math.abs(Date.parse(day) - Date.parse(middleDay(anchor)));
  const [first] = all
    .filter((one) => apart(one) <= 120 * 86_400_000)
    .toSorted((a, b) => apart(a) - apart(b));
  return first ?? null;
};

const size = (record: PrognosticRecord): Known | undefined => {
  const found = nearest(record.sizes, record);
  return found === null
    ? undefined
    : { value: found.mm, source: { en: 'measured size', zh: '测量大小' }, date: found.day };
};

const nodes = (record: PrognosticRecord): Known | undefined => {
  const found = nearest(record.nodes, record);
  if (found !== null)
    return {
      value: found.count,
      source: { en: 'nodes with metastasis counted', zh: '阳性淋巴结计数' },
      date: found.day,
    };
  const none = ofAxis(record, 'N').find(
    ({ classification, value }) => classification === 'p' && /^N0/.test(value),
  );
  return none === undefined ? undefined : stageSource(none, 0);
};

const nodePositive = (record: PrognosticRecord): Known | undefined => {
  const all = ofAxis(record, 'N');
  const said = all.find(({ classification }) => classification === 'p') ?? all.find(() => true);
  if (said === undefined || !/^N[0-3]/.test(said.value)) return undefined;
  return stageSource(said, !said.value.startsWith('N0'));
};

const clinicalT = (record: PrognosticRecord): Known | undefined => {
  const said = ofAxis(record, 'T').find(({ classification }) => classification !== 'p');
  const t = /^T([1-4])/.exec(said?.value ?? '')?.[1];
  return said === undefined || t === undefined ? undefined : stageSource(said, t);
};

const byAxis = (
  record: PrognosticRecord,
  axis: string,
  read: (value: string) => string | undefined,
): Known | undefined => {
  for (const one of ofAxis(record, axis)) {
    const value = read(one.value);
    if (value !== undefined) return stageSource(one, value);
  }
  return undefined;
};

const BREAST_GROUP = /^(?:0|IA|IB|I|IIA|IIB|IIIA|IIIB|IIIC|IV)$/;

/** A stage group of one classification, where its value is one that the score reads. */
const groupOf = (
  record: PrognosticRecord,
  classifications: readonly string[],
): Known | undefined => {
  const one = record.stages.find(
    ({ axis, classification, value }) =>
      axis === 'group' &&
      classification !== null &&
      classifications.includes(classification) &&
      BREAST_GROUP.test(value),
  );
  return one === undefined ? undefined : stageSource(one, one.value);
};

const grade = ({ grade: recorded, diagnosed }: PrognosticRecord): Known | undefined => {
  const value = /^G?([123])$/i.exec(recorded ?? '')?.[1];
  return value === undefined
    ? undefined
    : {
        value: Number(value),
        source: { en: 'grade of the tumour’s report', zh: '肿瘤报告分级' },
        date: written(diagnosed),
      };
};

/** Spread beyond the liver: to nodes or to other organs. */
const extrahepatic = (record: PrognosticRecord): Known | undefined => {
  if (record.site !== 'liver') return undefined;
  const far = metastatic(record);
  if (far?.value === true) return far;
  const node = ofAxis(record, 'N').find(({ value }) => /^N[01]/.test(value));
  if (node?.value.startsWith('N1') === true) return stageSource(node, true);
  if (far === undefined || node === undefined) return undefined;
  // That nothing spread rests on both: neither says it alone.
  const none = stageSource(node, false);
  return {
    value: false,
    source: {
      en: `${far.source.en}; ${none.source.en}`,
      zh: `${far.source.zh}；${none.source.zh}`,
    },
    date:
      [far.date, none.date]
        .flatMap((date) => date ?? [])
        .toSorted()
        .at(-1) ?? null,
  };
};

/** What the record says of the tumour, its stage and its course. */
export const tumourInputs = (record: PrognosticRecord): KnownInputs => {
  const stage = (value: string) => /^(IV|I{1,3})(?![VX])/.exec(value)?.[1];
  const entries: readonly (readonly [string, Known | undefined])[] = [
    ['metastatic', metastatic(record)],
    ['extrahepatic', extrahepatic(record)],
    ['neoadjuvant', neoadjuvant(record)],
    ['size_mm', size(record)],
    ['nodes', nodes(record)],
    ['node_positive', nodePositive(record)],
    ['grade', grade(record)],
    ['t_stage', clinicalT(record)],
    ['grade_group', byAxis(record, 'ISUP', (value) => /^([1-5])$/.exec(value)?.[1])],
    ['ann_arbor', byAxis(record, 'Ann Arbor', stage) ?? byAxis(record, 'Lugano', stage)],
    ['clinical_stage', groupOf(record, ['c'])],
    ['pathological_stage', groupOf(record, ['y', 'yp'])],
  ];
  return Object.fromEntries(entries.filter(([, known]) => known !== undefined));
};
