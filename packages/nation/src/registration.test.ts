import { describe, expect, test } from 'vitest';
import { nation } from './nation.ts';
import { registriesOf } from './registration.ts';
import { casesOfSource, incidence, personYearsOfSource } from './sources/incidence.ts';

const sum = (ages: Iterable<number>) => [...ages].reduce((a, b) => a + b, 0);
const livedIn = (registries: ReturnType<typeof registriesOf>, year: number) =>
  registries
    .flatMap(({ areas }) => areas.filter((area) => area.year === year))
    .reduce((all, { lived: [women, men] }) => all + sum(women) + sum(men), 0);

describe('the registration areas of the nation', () => {
  const whole = nation({ patients: 20_000 });
  const registries = registriesOf(whole);

  test('are the 31 provinces, in the years 2015 to 2025', () => {
    expect(registries).toHaveLength(31);
    for (const { areas } of registries)
      expect(areas.map(({ year }) => year)).toEqual([
        2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025,
      ]);
  });

  test('have some 535,000 inhabitants for 20,000 patients, as many each year, and a tenth for 2,000', () => {
    const inhabitants = livedIn(registries, 2020);
    expect(Math.round(inhabitants / 1000)).toBe(535);
    expect(livedIn(registries, 2015)).toBeCloseTo(inhabitants, 6);
    const small = registriesOf(nation({ patients: 2000 }));
    expect(livedIn(small, 2020)).toBeCloseTo(inhabitants / 10, 6);
  });

  test('have the new cases of the source, 331.5 in 100,000 a year, within three standard errors', () => {
    const source =
      (casesOfSource(incidence) /
        sum([...personYearsOfSource('male'), ...personYearsOfSource('female')])) *
      1e5;
    // 2,671,922 cases in 805,935,597 person-years (volume XII, 157 registries pooled, all sites).
    expect(source).toBeCloseTo((2_671_922 / 805_935_597) * 1e5, 1);
    let cases = 0;
    for (const { records } of whole) {
      const [first] = records.tumour ?? [];
      const second = records.tumour?.find(({ record }) =>
        record.source.id.endsWith('.tumour-second'),
      );
      for (const primary of [first, second]) {
        const year = Number(primary?.record.diagnosed?.date.slice(0, 4));
        if (year >= 2015 && year <= 2025) cases++;
      }
    }
    const lived = livedIn(registries, 2020) * 11;
    const rate = (cases / lived) * 1e5;
    expect(Math.abs(rate - source)).toBeLessThan((3 * Math.sqrt(cases) * 1e5) / lived);
  });
});
