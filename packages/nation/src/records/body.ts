import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, dateOf, instantOf, YEAR } from '../time/days.ts';
import { workdayBefore } from '../time/workdays.ts';
import { coded, inWords } from './records.ts';
import { ICD_10 } from './systems.ts';
import type { View, Writer } from './writer.ts';

interface Condition {
  readonly icd10: string;
  readonly zh: string;
  /** How many of 60-year-olds have it. */
  readonly share: number;
  /** How much commoner it is with these site groups. */
  readonly with?: Readonly<Record<string, number>>;
}

const CONDITIONS: readonly Condition[] = [
  { icd10: 'I10', zh: '高血压病', share: 0.27 },
  { icd10: 'E11.9', zh: '2型糖尿病', share: 0.13, with: { pancreas: 2.2, liver: 1.3 } },
  { icd10: 'I25.1', zh: '冠状动脉粥样硬化性心脏病', share: 0.07 },
  { icd10: 'J44.9', zh: '慢性阻塞性肺疾病', share: 0.04, with: { lung: 3, larynx: 2 } },
  { icd10: 'I63.9', zh: '脑梗死', share: 0.04 },
  { icd10: 'B18.1', zh: '慢性乙型病毒性肝炎', share: 0.05 },
  { icd10: 'K74.6', zh: '肝硬化', share: 0.008, with: { liver: 45 } },
  { icd10: 'Z72.0', zh: '吸烟', share: 0 },
];

/**
 * Chronic hepatitis B: 84 % of hepatocellular carcinomas, a third of cholangiocarcinomas of the liver, and HBsAg in 5.9 % of
 * others (of grown-ups; few of the young). Sources: Wang FS, Fan JG, Zhang Z, et al. The global burden of liver disease: the
 * major impact of China. Hepatology 2014;60:2099–2108; Wang H, Men P, Xiao Y, et al. BMC Infect Dis 2019;19:811; from knowledge.
 */
export const PUBLISHED_HBV_IN_HCC = 0.84;
const hepatitisB = (age: number, morphology: string): number => {
  if (/^81[78]/.test(morphology)) return PUBLISHED_HBV_IN_HCC;
  if (morphology.startsWith('8160')) return 0.33;
  return age < 25 ? 0.01 : 0.059;
};

/** What else the patient has; commoner with age. */
const writeComorbidities = (random: Random, writer: Writer, course: Course): void => {
  const [home] = writer.views as [View];
  const age = (course.diagnosed - course.born) / YEAR;
  const pull = age < 18 ? 0 : Math.min(1.9, Math.exp((age - 60) / 22));
  for (const { icd10, zh, share, with: more } of CONDITIONS) {
    const much = share * pull * (more?.[course.cancer.group] ?? 1);
    const chance =
      icd10 === 'B18.1'
        ? hepatitisB(age, course.morphology)
        : icd10 === 'Z72.0'
          ? Number(course.smoker)
          : Math.min(0.8, much);
    if (!random.chance(chance)) continue;
    const years = Math.min(age - 1, 1 + 12 * random.unit());
    const year = dateOf(Math.round(course.diagnosed - Math.max(0, years) * YEAR)).slice(0, 4);
    writer.add(
      'comorbidity',
      home,
      'Condition',
      `condition-${icd10.toLowerCase().replace('.', '')}`,
      course.diagnosed,
      {
        what: coded(ICD_10, icd10, zh),
        onset: { date: `${year}-01-01`, precision: 'year' },
        abated: null,
        clinicalStatus: 'active',
      },
    );
  }
};

const ecog = (
  random: Random,
  writer: Writer,
  course: Course,
  key: string,
  day: Day,
  worse: number,
): void => {
  const age = (course.diagnosed - course.born) / YEAR;
  const mean = 0.25 + 0.35 * course.stage + worse + Math.max(0, (age - 65) / 25);
  const score = Math.max(0, Math.min(4, Math.round(mean + 0.7 * random.normal())));
  const at = instantOf(day, 600);
  writer.add('performance', writer.at(day), 'Observation', key, day, { scale: 'ECOG', score, at });
};

/** Visits and admissions of note. */
const writeEncounters = (random: Random, writer: Writer, course: Course, care: Care): void => {
  const visit = (key: string, kind: string, zh: string, day: Day, days: number) => {
    writer.add('encounter', writer.at(day), 'Encounter', key, day, {
      class: kind,
      what: inWords(zh),
      started: instantOf(day, 480 + random.below(300)),
      ended: instantOf(Math.min(day + days, Math.max(day, course.end)), days === 0 ? 1000 : 660),
    });
  };
  visit('visit-1', 'AMB', '肿瘤科门诊初诊', course.diagnosed, 0);
  if (care.surgery !== null)
    visit('stay-1', 'IMP', '手术住院', workdayBefore(care.surgery.on - 2), 9 + random.below(8));
  const [first] = care.systemic;
  if (first !== undefined && random.chance(0.6))
    visit('stay-2', 'IMP', '药物治疗住院', first.from, 3 + random.below(4));
  if (course.relapse !== null) visit('visit-2', 'AMB', '肿瘤科门诊复诊', course.relapse, 0);
};

export const writeBody = (random: Random, writer: Writer, course: Course, care: Care): void => {
  writeComorbidities(random, writer, course);
  if (random.chance(0.85)) ecog(random, writer, course, 'ecog-1', course.diagnosed, 0);
  if (course.relapse !== null && random.chance(0.7))
    ecog(random, writer, course, 'ecog-2', course.relapse, 0.7);
  writeEncounters(random, writer, course, care);
};
