import type { Issue } from '@nodp/record';
import type { ReadUnit } from '../units.ts';
import type { About, Examined } from './edit.ts';
import type { Finding } from './finding.ts';
import { peopleOf } from './people-of.ts';
import { editsOf } from './registry.ts';

/** Everything that the edits find in records about one person. */
export const findingsIn = (records: readonly Examined[], about: About): Finding[] => {
  const findings: Finding[] = [];
  for (const [index, record] of records.entries())
    for (const [id, { severity, fields, find }] of editsOf(record.kind)) {
      const found = find(record, about);
      if (found !== null) findings.push({ edit: id, severity, fields, record: index, found });
    }
  return findings;
};

const HELD = {
  en: 'The record is held until it is corrected, overruled or sent again.',
  zh: '该记录已暂存，待修正、放行或重新上报。',
};

const issueOf = (unit: ReadUnit, { severity, found, edit }: Finding): Issue => {
  const { reason } = found;
  const remedy =
    severity === 'quarantine'
      ? { en: `${found.remedy.en} ${HELD.en}`, zh: `${found.remedy.zh}${HELD.zh}` }
      : found.remedy;
  return {
    severity: severity === 'refuse' ? 'error' : 'warning',
    code: 'business-rule',
    where: unit.locate(found.elements),
    message: `${reason.en} ${remedy.en}`,
    words: { reason, remedy },
    edit,
  };
};

const refusing = (findings: readonly Finding[]) => findings.filter((f) => f.severity === 'refuse');

/** Whether what was found keeps a record that is stored out of the pool: what would be refused is held, so that it is not lost. */
export const isHolding = ({ severity }: Finding): boolean => severity !== 'warn';

/** What a unit is judged as: sent now; what somebody decided to take as it is; what is stored, and refused no more. */
export type JudgedAs = 'sent' | 'overruled' | 'stored';

/** A unit after its edits: refused by the first that refuses, held, or taken with warnings. */
export const judged = (unit: ReadUnit, about: About, as: JudgedAs = 'sent'): ReadUnit => {
  if (unit.reading.outcome !== 'read') return unit;
  const { records, warnings } = unit.reading;
  const findings = findingsIn(records, about);
  if (findings.length === 0) return unit;
  const [refused] = as === 'stored' ? [] : refusing(findings);
  if (refused !== undefined)
    return { ...unit, reading: { outcome: 'refused', issues: [issueOf(unit, refused)] } };
  const told = [...warnings, ...findings.map((finding) => issueOf(unit, finding))];
  const holding = findings.filter(isHolding);
  return {
    ...unit,
    reading:
      holding.length > 0 && as !== 'overruled'
        ? { outcome: 'held', records, findings: holding, warnings: told }
        : { outcome: 'read', records, warnings: told },
  };
};

/**
 * Holds the units of a submission to the edits by what it says itself: nothing is known of its people beside.
 * @param today YYYY-MM-DD of the national calendar: what is later has not come
 */
export const examineAlone = (units: readonly ReadUnit[], today: string): ReadUnit[] => {
  const people = peopleOf(units, new Map());
  return units.map((unit) =>
    judged(unit, {
      person: unit.patient === null ? null : (people.get(unit.patient) ?? null),
      today: { date: today, precision: 'day' },
    }),
  );
};
