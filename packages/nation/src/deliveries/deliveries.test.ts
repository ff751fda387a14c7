import { expect, test } from 'vitest';
import { nation } from '../nation.ts';
import { deliveriesOf } from './deliveries.ts';

const small = nation({ patients: 200 });
const deliveries = deliveriesOf(small, '2026-11-30');
const of = (code: string) => deliveries.filter(({ institution }) => institution.code === code);

test('the same day gives the same deliveries, none of them dated after it, in the order of their days', () => {
  expect(deliveriesOf(small, '2026-11-30')).toEqual(deliveries);
  const days = deliveries.map(({ day }) => day);
  expect(days).toEqual(days.toSorted());
  expect(days.at(-1)).toBe('2026-11-30');
  expect(days.every((day) => day > '2026-06-30')).toBe(true);
});

test('each hospital sends on days of its own, once a day; some have sent nothing for long', () => {
  const byHospital = Map.groupBy(deliveries, ({ institution }) => institution.code);
  expect(byHospital.size).toBeGreaterThan(10);
  for (const own of byHospital.values())
    expect(new Set(own.map(({ day }) => day)).size).toBe(own.length);
  const last = [...byHospital.values()].map((own) => own.at(-1)?.day ?? '');
  expect(last.filter((day) => day < '2026-11-20').length).toBeGreaterThan(0);
  expect(last.filter((day) => day > '2026-11-22').length).toBeGreaterThan(5);
});

test('no delivery says anew who a patient is, and what is new is under the hospital’s own codes alone', () => {
  const known = new Set(
    [...small].flatMap(({ people, deaths, records }) => [
      ...[...people, ...deaths].map(({ record }) => record.source.id),
      ...Object.values(records).flatMap((all) => all.map(({ record }) => record.source.id)),
    ]),
  );
  for (const { bundle } of deliveries)
    for (const { resource } of bundle.entry) {
      expect(resource.resourceType).not.toBe('Patient');
      const system = (resource.code as { coding?: { system?: string }[] })?.coding?.[0]?.system;
      if (!system?.endsWith('.nation.invalid/lis') && !resource.id.includes('.critical-'))
        expect(known).toContain(resource.id);
    }
  expect(of('NCC').length).toBeGreaterThan(0);
});

test('critical values are of the living, of the day before the last delivery of the national hospital', () => {
  const critical = deliveries.flatMap(({ institution, day, bundle }) =>
    bundle.entry.flatMap(({ resource }) =>
      resource.id.includes('.critical-') ? [{ code: institution.code, day, resource }] : [],
    ),
  );
  expect(new Set(critical.map(({ code }) => code))).toEqual(new Set(['NCC']));
  expect(critical.length).toBeLessThanOrEqual(3);
  for (const { day, resource } of critical) {
    expect(day).toBe(of('NCC').at(-1)?.day);
    const at = String(resource.effectiveDateTime);
    expect([at < day, Number.isNaN(Date.parse(at))]).toEqual([true, false]);
  }
});
