import { isBefore, type PartialDate, sexContradictsSite } from '@nodp/oncology';
import type { ClinicalRecord, Issue, Kind, KindModule, KindModules, RecordOf } from '@nodp/record';
import type { ReadUnit } from '../units.ts';

type Person = RecordOf<'patient'>;

const peopleOf = (units: readonly ReadUnit[]): ReadonlyMap<string, Person> => {
  const people = new Map<string, Person>();
  for (const { reading } of units) {
    if (reading.outcome !== 'read') continue;
    for (const record of reading.records)
      if (record.kind === 'patient') people.set(record.patient, record);
  }
  return people;
};

/** The dates of a record that cannot be true in a time that has not come, with the elements that may have said so. */
const datesOf = (kinds: KindModules, record: ClinicalRecord) =>
  record.kind === 'patient'
    ? [
        { date: record.born, elements: ['birthDate'], what: 'The birth' },
        { date: record.died, elements: ['deceased'], what: 'The death' },
      ]
    : [
        {
          date: null,
          elements: [],
          ...(kinds[record.kind] as KindModule<Kind>).notBeforeBirth?.(record),
          what: 'It',
        },
      ];

const doubts = (
  kinds: KindModules,
  unit: ReadUnit,
  record: ClinicalRecord,
  person: Person | undefined,
  today: PartialDate,
): Issue[] => {
  const say = (elements: readonly string[], message: string): Issue => ({
    severity: 'warning',
    code: 'business-rule',
    where: unit.locate(elements),
    message,
  });
  const issues = datesOf(kinds, record).flatMap(({ date, elements, what }) => {
    if (date === null) return [];
    if (isBefore(today, date))
      return [say(elements, `${what} is in the future (${date.date}). Send the true date.`)];
    const died = record.kind === 'patient' ? null : (person?.died ?? null);
    return died !== null && isBefore(died, date)
      ? [
          say(
            elements,
            `${date.date} is after the patient's death (${died.date}). Send the true dates.`,
          ),
        ]
      : [];
  });
  if (
    record.kind === 'tumour' &&
    record.spread === 'PRIMARY' &&
    person !== undefined &&
    sexContradictsSite(person.sex, record.topography, record.siteGroup)
  ) {
    issues.push(
      say(
        ['code'],
        `A person of that sex (${person.sex.toLowerCase()}) has no such site (${record.topography ?? record.siteGroup}): it is in no count of cases. Send the true sex, or the true site.`,
      ),
    );
  }
  return issues;
};

/**
 * Says what is taken but cannot be true, as registries check it (IARC Technical Report 42): dates in the future or after
 * death, a site that the person's sex does not have. Beside a sender's own answer they are findings of every release.
 * @param today YYYY-MM-DD: what is later has not come
 */
export const doubtful = (
  kinds: KindModules,
  units: readonly ReadUnit[],
  today: string,
): ReadUnit[] => {
  const people = peopleOf(units);
  const day: PartialDate = { date: today, precision: 'day' };
  return units.map((unit) => {
    if (unit.reading.outcome !== 'read') return unit;
    const person = unit.patient === null ? undefined : people.get(unit.patient);
    const issues = unit.reading.records.flatMap((r) => doubts(kinds, unit, r, person, day));
    if (issues.length === 0) return unit;
    return {
      ...unit,
      reading: { ...unit.reading, warnings: [...unit.reading.warnings, ...issues] },
    };
  });
};
