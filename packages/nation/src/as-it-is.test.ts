import { checkTumour } from '@nodp/oncology';
import { beforeAll, describe, expect, test } from 'vitest';
import { nation } from './nation.ts';
import { PUBLISHED_HBV_IN_HCC } from './records/body.ts';
import type { PatientHistory } from './records/records.ts';
import { approvals } from './sources/approvals.ts';
import { PUBLISHED_EGFR } from './sources/smoking.ts';
import { dayOf, YEAR } from './time/days.ts';
import { weekdayOf } from './time/workdays.ts';
import { drugs } from './treatment/drugs.ts';

/** What a clinician would laugh at, at the 20,000 patients of the demonstration: one nation, read once. */
const PATIENTS = 20_000;

type Treatment = NonNullable<PatientHistory['records']['treatment']>[number]['record'];

/** How many of how many. */
class Share {
  of = 0;
  those = 0;
  add(is: boolean): void {
    this.of++;
    if (is) this.those++;
  }
  get value(): number {
    return this.those / this.of;
  }
  /** Three standard errors. */
  get error(): number {
    return 3 * Math.sqrt((this.value * (1 - this.value)) / this.of);
  }
}

const shares = new Map<string, Share>();
const share = (name: string): Share => {
  let found = shares.get(name);
  if (found === undefined) {
    found = new Share();
    shares.set(name, found);
  }
  return found;
};
const wrong: Record<'early' | 'afterDeath' | 'inProgress' | 'hours', string[]> = {
  early: [],
  afterDeath: [],
  inProgress: [],
  hours: [],
};
const weekdays = Array.from({ length: 7 }, () => 0);
const domestic = new Map<string, number>();
const findings = new Map<string, number>();
let checked = 0;

const keyOf = new Map([...drugs.values()].map(({ atc, zh, key }) => [`${atc} ${zh}`, key]));
const dayAt = (at: string | null | undefined): string | null => at?.slice(0, 10) ?? null;

const ofTreatment = (
  who: string,
  t: Treatment,
  dead: boolean,
  born: string,
  sex: string,
  all: readonly Treatment[],
) => {
  const started = t.started?.date ?? '';
  // Given elsewhere, on days that nobody knows.
  if (started === '') return;
  if (t.code.system === 'http://www.whocc.no/atc') {
    const key = keyOf.get(`${t.code.code} ${t.code.display}`) ?? '';
    const approved = approvals.get(key);
    if (approved === undefined || (approved !== null && started < approved))
      wrong.early.push(`${who} ${key} ${started}`);
    domestic.set(key, (domestic.get(key) ?? 0) + 1);
    if (key.startsWith('L02BG') && sex === 'FEMALE') {
      const suppressed = all.some(
        (other) => /^L02AE0/.test(other.code.code ?? '') && other.started?.date === t.started?.date,
      );
      const age = (dayOf(started) - dayOf(born)) / YEAR;
      const then = age < 45 ? 'before 45' : age >= 51 ? 'after' : null;
      if (then !== null) share(`suppression ${then}`).add(suppressed);
    }
  }
  if (dead && t.status === 'in-progress') wrong.inProgress.push(who);
  const weekday = weekdayOf(dayOf(started));
  weekdays[weekday] = (weekdays[weekday] ?? 0) + 1;
};

const daysOf = ({ records }: PatientHistory): (readonly [kind: string, day: string | null])[] => [
  ...(records.treatment ?? []).flatMap(({ record: r }) => [
    ['treatment', r.started?.date ?? null] as const,
    ['treatment', r.ended?.date ?? null] as const,
  ]),
  ...(records.observation ?? []).map(({ record }) => ['observation', dayAt(record.at)] as const),
  ...(records.specimen ?? []).map(
    ({ record }) => ['specimen', record.collected?.date ?? null] as const,
  ),
  ...(records['imaging-study'] ?? []).map(
    ({ record }) => ['imaging', dayAt(record.startedAt)] as const,
  ),
  ...(records.encounter ?? []).map(({ record }) => ['encounter', dayAt(record.started)] as const),
  ...(records.performance ?? []).map(({ record }) => ['performance', dayAt(record.at)] as const),
  ...(records['disease-status'] ?? []).map(
    ({ record }) => ['status', record.assessed?.date ?? null] as const,
  ),
];

const timesOf = ({ records }: PatientHistory): (string | null)[] => [
  ...(records.observation ?? []).map(({ record }) => record.at),
  ...(records['imaging-study'] ?? []).map(({ record }) => record.startedAt),
  ...(records.encounter ?? []).map(({ record }) => record.started),
  ...(records.contact ?? []).map(({ record }) => record.at),
];

const checkStages = ({ people, records }: PatientHistory) => {
  const { tumour = [], stage = [], treatment = [], observation = [] } = records;
  const primaries = tumour.filter(({ record }) => record.spread === 'PRIMARY');
  const [first] = primaries;
  if (first === undefined || stage.length === 0) return;
  const born = people[0]?.record.born?.date ?? '';
  const diagnosed = first.record.diagnosed;
  if (diagnosed === null) return;
  const stages = stage.filter(({ record }) => record.tumour === first.record.source.id);
  if (stages.length === 0) return;
  checked++;
  const age = Math.floor((dayOf(diagnosed.date) - dayOf(born)) / YEAR);
  const result = checkTumour({
    topography: first.record.topography,
    morphology: first.record.morphology,
    diagnosed,
    age,
    grade: null,
    stages: stages.map(({ id, institutionId, record }) => ({
      ...record,
      id,
      institutionId,
      sourceId: record.source.id,
      tumourSourceId: record.tumour,
    })),
    treatments: treatment.map(({ record }) => ({ kind: record.what, started: record.started })),
    sizes: [],
    nodes: [],
    psa: observation.flatMap(({ record: { what, value, at } }) =>
      what.code === '2857-1' && value?.normal && value.comparator === null
        ? [{ value: value.normal.value, day: at.slice(0, 10) }]
        : [],
    ),
    markers: [],
    p16: [],
    metastases: tumour
      .filter(({ record }) => record.spread === 'SECONDARY')
      .map(({ record }) => record.diagnosed),
  });
  for (const code of new Set(result.flatMap((one) => one.findings.map((f) => f.code))))
    findings.set(code, (findings.get(code) ?? 0) + 1);
  for (const { classification } of result) share(`classified ${classification}`).add(true);
};

const ofPatient = (patient: PatientHistory): void => {
  const { people, records, summary } = patient;
  const person = people[0]?.record;
  const first = records.tumour?.find(({ record }) => record.spread === 'PRIMARY')?.record;
  if (person === undefined || first === undefined) return;
  const who = patient.patientId;
  const age =
    (dayOf(first.diagnosed?.date ?? '2020-01-01') - dayOf(person.born?.date ?? '')) / YEAR;
  const dead = person.vitalStatus === 'DEAD';
  const treatments = (records.treatment ?? []).map(({ record }) => record);
  for (const t of treatments)
    ofTreatment(who, t, dead, person.born?.date ?? '', person.sex, treatments);
  // One death in five hundred is dated before its diagnosis, on purpose.
  const known = person.died?.precision === 'day' && first.diagnosed?.precision === 'day';
  const diedOn = known ? (person.died?.date ?? null) : null;
  if (diedOn !== null && diedOn >= (first.diagnosed?.date ?? ''))
    for (const [kind, day] of daysOf(patient))
      if (day !== null && day > diedOn) wrong.afterDeath.push(`${who} ${kind} ${day} > ${diedOn}`);
  for (const at of timesOf(patient)) {
    const time = at?.slice(11, 16) ?? '';
    if (time < '07:00' || time > '17:30') wrong.hours.push(`${who} ${at}`);
  }
  checkStages(patient);

  const broad = summary.tumours.find(
    ({ tumourId }) => tumourId === records.tumour?.[0]?.id,
  )?.broadStage;
  const solid = broad === 'STAGE_I' || broad === 'STAGE_II';
  if (solid)
    share(`operated ${age >= 85 ? '85+' : age < 75 ? '<75' : 'between'}`).add(
      treatments.some(({ what }) => what === 'SURGERY'),
    );
  share(`drugs ${age >= 85 ? '85+' : age < 75 ? '<75' : 'between'}`).add(
    treatments.some(({ what }) => what === 'SYSTEMIC'),
  );
  for (const { record } of records.biomarker ?? []) {
    if (record.what.display === 'EGFR' && /^8140/.test(first.morphology ?? '')) {
      const mutated = record.finding === 'positive';
      const smoked = (records.comorbidity ?? []).some((c) => c.record.what.code === 'Z72.0');
      share('EGFR all').add(mutated);
      share(`EGFR ${person.sex}`).add(mutated);
      share(`EGFR ${smoked ? 'ever' : 'never'}`).add(mutated);
    }
    if (record.what.display === 'EBER') share('EBV').add(record.finding === 'positive');
  }
  if (first.morphology?.startsWith('8170') && first.topography !== null)
    share('liver cells in the liver').add(first.topography === 'C22.0');
  const hepatitis = (records.comorbidity ?? []).some((c) => c.record.what.code === 'B18.1');
  if (/^81[78]/.test(first.morphology ?? '')) share('HBV in HCC').add(hepatitis);
  else if (first.siteGroup !== 'liver') share('HBV elsewhere').add(hepatitis);
  const esd = treatments.find(({ code }) => code.code === '43.41');
  if (esd && first.siteGroup === 'stomach')
    share('ESD in stage I').add(broad === 'STAGE_I' || broad === 'UNKNOWN');
};

beforeAll(() => {
  for (const patient of nation({ patients: PATIENTS })) ofPatient(patient);
}, 300_000);

describe('treatment', () => {
  test('no drug is given before its approval in China', () => {
    expect(wrong.early).toEqual([]);
  });

  test('domestic drugs are given', () => {
    const given = [
      'camrelizumab',
      'sintilimab',
      'toripalimab',
      'icotinib',
      'almonertinib',
      'pyrotinib',
      'anlotinib',
    ];
    for (const key of given) expect(domestic.get(key) ?? 0, key).toBeGreaterThan(5);
  });

  test('every drug has a date of approval, or one before the nation', () => {
    expect([...drugs.keys()].filter((key) => !approvals.has(key))).toEqual([]);
  });

  test('no course of the dead goes on, and nothing is done to them', () => {
    expect(wrong.inProgress).toEqual([]);
    expect(wrong.afterDeath).toEqual([]);
  });

  test('treatment begins on working days, in opening hours', () => {
    expect([weekdays[0], weekdays[6]]).toEqual([0, 0]);
    expect(wrong.hours).toEqual([]);
  });

  test('with an aromatase inhibitor before 45 the ovaries are suppressed, after menopause they are not', () => {
    expect(share('suppression before 45').value).toBe(1);
    expect(share('suppression before 45').of).toBeGreaterThan(15);
    expect(share('suppression after').value).toBe(0);
  });

  test('the old are treated less than half as often', () => {
    expect(share('operated 85+').value).toBeLessThan(0.5 * share('operated <75').value);
    expect(share('drugs 85+').value).toBeLessThan(0.5 * share('drugs <75').value);
    expect(share('operated 85+').value).toBeGreaterThan(0.15);
  });

  test('endoscopic submucosal dissection of the stomach (43.41) is of stage I alone', () => {
    expect(share('ESD in stage I').of).toBeGreaterThan(30);
    expect(share('ESD in stage I').value).toBe(1);
  });
});

describe('what is found', () => {
  test('EGFR of lung adenocarcinoma by sex and smoking (PIONEER), within four points and three standard errors', () => {
    const published = { all: 'all', female: 'FEMALE', male: 'MALE', never: 'never' } as const;
    for (const [name, of] of Object.entries(published)) {
      const found = share(`EGFR ${of}`);
      const expected = PUBLISHED_EGFR[name as keyof typeof PUBLISHED_EGFR];
      expect(Math.abs(found.value - expected), name).toBeLessThan(0.04 + found.error);
    }
    expect(share('EGFR ever').value).toBeLessThan(share('EGFR never').value - 0.1);
  });

  test('EBV in nine of ten nasopharyngeal carcinomas, HBV in 84 % of hepatocellular ones and 6 % of others', () => {
    expect(share('EBV').value).toBeGreaterThan(0.88);
    expect(Math.abs(share('HBV in HCC').value - PUBLISHED_HBV_IN_HCC)).toBeLessThan(
      share('HBV in HCC').error,
    );
    expect(Math.abs(share('HBV elsewhere').value - 0.059)).toBeLessThan(0.01);
  });
});

test('hepatocellular carcinoma lies in the liver, not in its bile ducts', () => {
  expect(share('liver cells in the liver').of).toBeGreaterThan(1000);
  expect(share('liver cells in the liver').value).toBe(1);
});

describe('stages', () => {
  test('the stage check is silent but for one record in a hundred', () => {
    expect(checked).toBeGreaterThan(12_000);
    const [known] = [findings.get('group-differs') ?? 0];
    expect(known).toBeGreaterThan(10);
    expect(known / checked).toBeLessThan(0.01);
    findings.delete('group-differs');
    expect(Object.fromEntries(findings)).toEqual({});
  });

  test('clinical, pathological and after-treatment stages', () => {
    expect(share('classified c').of).toBeGreaterThan(5000);
    expect(share('classified p').of).toBeGreaterThan(3000);
    expect(share('classified yp').of).toBeGreaterThan(200);
  });
});
