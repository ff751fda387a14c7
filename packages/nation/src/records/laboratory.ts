import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { toCanonical } from '@nodp/terminology/ucum';
import type { Course } from '../course/course.ts';
import { markerCourse } from '../course/markers.ts';
import type { Care } from '../course/treatment.ts';
import { type Analyte, analyte, analytes } from '../laboratory/analytes.ts';
import type { Institution } from '../network/institutions.ts';
import type { Random } from '../random/random.ts';
import { type Day, instantOf } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { LOINC } from './systems.ts';
import type { Writer } from './writer.ts';

const PANEL = ['WBC', 'NEU', 'HGB', 'PLT', 'ALT', 'ALB', 'CRE', 'TBIL'];

const MICROGRAMS = 'ug/L';

/** Whether the platform converts the analyte, so that its value stands beside as normal too. */
const normalises = new Map(
  Object.entries(analytes).map(([key, a]) => [key, analyteOfLoinc(a.loinc)?.unit === a.unit]),
);

/** Whether the platform takes a microgram a litre of the analyte for the nanogram a millilitre that it is. */
const convertsMicrograms = new Map(
  Object.entries(analytes).map(([key, { loinc, unit }]) => {
    const known = analyteOfLoinc(loinc);
    const one = known === null ? null : toCanonical(known, 1, MICROGRAMS);
    return [key, one?.value === 1 && one.unit === unit];
  }),
);

/** A test whose range differs by sex is sent without one, and without a reading. */
const interpret = ({ low, high }: Analyte, value: number): string | null => {
  if (low === null && high === null) return null;
  if (high !== null && value > high) return 'H';
  return low !== null && value < low ? 'L' : 'N';
};

/** What a second hospital's assay of tumour markers reads, against the first one's: they are calibrated apart. */
const assayOf = ({ index }: Institution): number => 0.86 + 0.028 * ((index * 7) % 11);

/** One result, as printed: rounded, and `<` what the assay cannot tell from nothing. */
const write = (random: Random, writer: Writer, key: string, day: Day, amount: number): void => {
  const a = analyte(key);
  // A comma slipped: one result in some thousands is ten times what it was.
  const view = writer.at(day);
  const marker = a.category === 'tumour-marker';
  const printed =
    (random.chance(0.0003) ? amount * 10 : amount) *
    (marker && view !== writer.views[0] ? assayOf(view.institution) : 1);
  const below = a.limit !== null && printed < a.limit;
  const value = below ? (a.limit as number) : Number(printed.toFixed(a.decimals));
  // Of the hospitals every third prints nanograms a millilitre as micrograms a litre.
  const unit = a.unit === 'ng/mL' && view.institution.index % 3 === 1 ? MICROGRAMS : a.unit;
  const normal =
    (unit === a.unit ? normalises : convertsMicrograms).get(key) === true
      ? { value, unit: a.unit }
      : null;
  writer.add('observation', view, 'Observation', `lab-${key.toLowerCase()}-${day}`, day, {
    category: a.category,
    what: { system: LOINC, code: a.loinc, display: a.zh },
    at: instantOf(day, 420 + random.below(150)),
    value: {
      value,
      comparator: below ? '<' : null,
      unit,
      normal,
    },
    text: null,
    interpretation: interpret(a, value),
    referenceLow: a.low,
    referenceHigh: a.high,
  });
};

/** Days of follow-up on which blood is drawn: every few months at first, then every half year and year. */
const followUpDays = (random: Random, from: Day, end: Day): Day[] => {
  const days: Day[] = [];
  let at = from + 60 + random.below(40);
  while (at < end && days.length < 6) {
    days.push(at);
    at += (days.length < 3 ? 110 : days.length < 5 ? 200 : 360) + random.below(50);
  }
  return days;
};

/** What chemotherapy does to the marrow and liver some ten days on. */
const NADIR: Readonly<Record<string, number>> = { NEU: 0.38, HGB: 0.82, PLT: 0.6 };

/** Blood counts and chemistry, and the tumour markers that go with the cancer. */
export const writeLaboratory = (
  random: Random,
  writer: Writer,
  course: Course,
  care: Care,
): void => {
  const { diagnosed, end, relapse } = course;
  const marks = course.cancer.markers.map((use) => ({
    key: use.analyte,
    at: markerCourse(random, use, course, care),
  }));
  const own = new Map(
    PANEL.map((key) => {
      const [median, spread] = analyte(key).healthy;
      const ill = key === 'HGB' || key === 'ALB' ? 1 - 0.03 * course.stage : 1;
      return [key, median * ill * Math.exp(spread * random.normal())];
    }),
  );
  const panel = (day: Day, keys: readonly string[], factor: (key: string) => number) => {
    for (const key of keys) {
      write(
        random,
        writer,
        key,
        day,
        (own.get(key) as number) * factor(key) * Math.exp(0.06 * random.normal()),
      );
    }
  };
  const markers = (day: Day) => {
    for (const mark of marks) {
      const scatter = Math.exp(0.08 * random.normal());
      // The stage goes by the PSA of that day.
      const exact = day === diagnosed && mark.key === 'PSA';
      write(random, writer, mark.key, day, mark.at(day) * (exact ? 1 : scatter));
    }
  };
  // No two draws on one day: a day is part of the result's key.
  const drawn = new Set<Day>();
  const once = (day: Day, work: (day: Day) => void): void => {
    const last = Math.min(workday(day), end);
    if (drawn.has(last)) return;
    drawn.add(last);
    work(last);
  };

  once(diagnosed, (day) => {
    panel(day, PANEL, () => 1);
    markers(day);
  });
  if (care.surgery !== null && care.surgery.on + 32 < end)
    once(care.surgery.on + 28 + random.below(8), markers);
  for (const given of care.systemic.slice(0, 2)) {
    if (given.from + 10 < end) {
      once(given.from + 9 + random.below(5), (day) =>
        panel(day, ['NEU', 'HGB', 'PLT'], (key) => NADIR[key] ?? 1),
      );
    }
  }
  const treated = care.surgery?.on ?? care.systemic[0]?.to ?? diagnosed;
  for (const day of followUpDays(random, treated, Math.min(end, relapse ?? end)))
    once(day, markers);
  if (relapse !== null) {
    if (relapse - 70 > treated + 40) once(relapse - 60, markers);
    once(relapse, (day) => {
      panel(day, ['HGB', 'PLT', 'ALT', 'CRE'], (key) => (key === 'HGB' ? 0.92 : 1));
      markers(day);
    });
  }
};
