import { isBefore } from '@nodp/oncology';
import type { Kind, KindModule, KindModules, PartialDate } from '@nodp/record';
import type { ReadUnit } from '../units.ts';

const birthsOf = (units: readonly ReadUnit[]): ReadonlyMap<string, PartialDate> => {
  const births = new Map<string, PartialDate>();
  for (const { reading } of units) {
    if (reading.outcome !== 'read') continue;
    for (const r of reading.records) {
      if (r.kind === 'patient' && r.born !== null) births.set(r.patient, r.born);
    }
  }
  return births;
};

/** Cancer and its treatment do not come before birth: what says so is refused. */
export const beforeBirth = (kinds: KindModules, units: readonly ReadUnit[]): ReadUnit[] => {
  const births = birthsOf(units);
  return units.map((unit) => {
    const born = unit.patient === null ? undefined : births.get(unit.patient);
    if (unit.reading.outcome !== 'read' || born === undefined) return unit;
    for (const record of unit.reading.records) {
      const event = (kinds[record.kind] as KindModule<Kind>).notBeforeBirth?.(record);
      if (event?.date == null || !isBefore(event.date, born)) continue;
      const where = unit.locate(event.elements);
      const message = `${event.date.date} is before the patient's birth (${born.date}). Send the true dates.`;
      const issue = { severity: 'error', code: 'business-rule', where, message } as const;
      return { ...unit, reading: { outcome: 'refused', issues: [issue] } };
    }
    return unit;
  });
};
