import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { coded, inWords, type Said } from './records.ts';
import type { Writer } from './writer.ts';

/** Shares and prices are ours, of the order of what Chinese hospitals charge: no source says them by stage and treatment. */
const BILLED = 0.12;
/** Of a bill, what basic medical insurance pays on average (inpatient care, policy range 60 to 75 %). */
const INSURED = 0.62;
const COST_CLASS = 'urn:nodp:cost-class';

interface Charge {
  readonly key: string;
  readonly cls: readonly [code: string, zh: string];
  readonly zh: string;
  readonly on: Day;
  /** CNY, before it is scattered. */
  readonly price: number;
}

const DIAGNOSIS = ['diagnosis', '诊断类'] as const;
const TREATMENT = ['treatment', '治疗类'] as const;
const DRUGS = ['western-drugs', '西药类'] as const;

/** Targeted drugs and antibodies are dear; the longer a regimen is given, the more it costs. */
const priceOfDrugs = (drugs: number, days: number): number =>
  2600 * drugs * Math.max(1, Math.min(18, days / 21));

const chargesOf = (course: Course, { surgery, radiotherapy, systemic }: Care): Charge[] => [
  {
    ...{ key: 'cost-1', cls: DIAGNOSIS, zh: '检查及病理诊断', on: course.diagnosed },
    price: 5200 + 1100 * course.stage,
  },
  ...(surgery === null
    ? []
    : [
        {
          ...{ key: 'cost-2', cls: TREATMENT, zh: surgery.operation.zh, on: surgery.on },
          price: 38_000 + 6_500 * course.stage,
        },
      ]),
  ...radiotherapy.slice(0, 1).map((course_) => ({
    ...{ key: 'cost-3', cls: TREATMENT, zh: '放射治疗', on: course_.from },
    price: 1_450 * course_.fractions,
  })),
  ...systemic.slice(0, 2).map(({ regimen, from, to }, i) => ({
    ...{ key: `cost-${4 + i}`, cls: DRUGS, zh: '抗肿瘤药物', on: from },
    price: priceOfDrugs(regimen.drugs.length, to - from),
  })),
];

/** As a number reads, so that a sender of FHIR says the same. */
const yuan = (fen: number): string => String(fen / 100);

/**
 * Lines of bills of some patients: what was done and what of it insurance paid. Written after everything else, so that nobody's
 * other records, or their ids, change by it.
 */
export const writeCosts = (random: Random, writer: Writer, course: Course, care: Care): void => {
  if (!random.chance(BILLED)) return;
  const [home] = writer.views;
  if (home === undefined) return;
  // Not every hospital knows what insurance paid.
  const settled = random.chance(0.75);
  for (const { key, cls, zh, on, price } of chargesOf(course, care)) {
    if (on > course.end) continue;
    const fen = Math.round(100 * price * Math.exp(0.35 * random.normal()));
    const insured = Math.round(fen * Math.max(0.2, Math.min(0.9, INSURED + 0.1 * random.normal())));
    const said: Said<'cost-item'> = {
      category: coded(COST_CLASS, ...cls),
      what: inWords(zh),
      served: onDay(on),
      amount: yuan(fen),
      currency: 'CNY',
      insurancePaid: settled ? yuan(insured) : null,
      patientPaid: settled ? yuan(fen - insured) : null,
      status: 'active',
      billed: onDay(on),
      claim: null,
      encounter: key === 'cost-1' ? writer.keyOf(home, 'visit-1') : null,
      condition: null,
    };
    writer.add('cost-item', home, settled ? 'ExplanationOfBenefit' : 'Claim', key, on, said);
  }
};
