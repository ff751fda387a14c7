import { ALL_SITES, type CountSeries } from '../../data-set.ts';
import type { Collected, Placed } from '../collected.ts';
import { yearsText } from '../collected.ts';
import { siteOfWord } from '../sites.ts';

/** Nobody has a cancer of an organ that the sex has not. */
export const wrongSex = ({ counts, problems }: Collected): void => {
  for (const { site, sex, ages, place, area } of counts.values()) {
    const only = siteOfWord(site)?.sex ?? null;
    if (only === null || (only === 'male') === (sex === 1)) continue;
    const cases = ages.reduce((sum, n) => sum + (n > 0 ? n : 0), 0);
    if (cases === 0) continue;
    problems.error(
      place,
      'sex',
      {
        en: `${cases} of ${site} in ${sex === 1 ? 'men' : 'women'} (registry ${area}): the site is of the other sex alone.`,
        zh: `登记处${area}：${sex === 1 ? '男性' : '女性'}中有${cases}例${site}，该部位仅见于另一性别。`,
      },
      { en: 'Correct the sex or the site.', zh: '请更正性别或部位。' },
    );
  }
};

const siblings = (collected: Collected): Placed<CountSeries>[][] => [
  ...Map.groupBy(
    collected.counts.values(),
    ({ kind, area, years, sex }) => `${kind} ${area} ${years.first} ${years.last} ${sex}`,
  ).values(),
];

/** A site group beside its parts would be counted twice. */
export const wholeAndPart = (collected: Collected): void => {
  for (const own of siblings(collected)) {
    const sites = new Set(own.map(({ site }) => site));
    for (const { site, area, years, place } of own) {
      const [group = ''] = site.split('.');
      if (group === site || !sites.has(group)) continue;
      collected.problems.error(
        place,
        'site',
        {
          en: `${site} of registry ${area}, ${yearsText(years)}, is a part of ${group}, which was given as well.`,
          zh: `登记处${area} ${yearsText(years)}年的${site}是${group}的一部分，而后者也已给出。`,
        },
        { en: 'Give the whole or its parts, not both.', zh: '请只给出整体或其各部分之一。' },
      );
    }
  }
};

/** All sites are at least the sum of those given: of the volume's files exactly that. */
export const totals = (collected: Collected): void => {
  for (const own of siblings(collected)) {
    const all = own.find(({ site }) => site === ALL_SITES);
    if (all === undefined) continue;
    const parts = own.filter(({ site }) => site !== ALL_SITES);
    if (parts.length === 0) continue;
    const number = (n: number | undefined) => (n !== undefined && n > 0 ? n : 0);
    const wrong = [...all.ages.keys()].find((age) => {
      const sum = parts.reduce((n, { ages }) => n + number(ages[age]), 0);
      return sum > number(all.ages[age]);
    });
    if (wrong === undefined) continue;
    collected.problems.error(
      all.place,
      'site',
      {
        en: `All sites of registry ${all.area}, ${yearsText(all.years)}, are fewer than the sum of the sites given, in one age group or more.`,
        zh: `登记处${all.area} ${yearsText(all.years)}年的“全部部位”在某些年龄组少于所给各部位之和。`,
      },
      { en: 'Correct the total or the sites.', zh: '请更正合计或各部位数字。' },
    );
  }
};

/** What age could not be told of: spread over the known ages by age-standardised rates. */
export const unknownAges = ({ counts, problems }: Collected): void => {
  const first = [...counts.values()].find(({ ages }) => (ages.at(-1) ?? 0) > 0);
  if (first === undefined) return;
  let [unknown, every] = [0, 0];
  for (const { site, ages } of counts.values()) {
    if (site === ALL_SITES) continue;
    for (const n of ages) if (n > 0) every += n;
    const last = ages.at(-1) ?? 0;
    if (last > 0) unknown += last;
  }
  if (unknown === 0) return;
  const share = ((100 * unknown) / every).toFixed(2);
  problems.remark(
    first.place,
    'age',
    {
      en: `${unknown} of ${every} (${share}%) are of unknown age.`,
      zh: `${every}例中有${unknown}例（${share}%）年龄不详。`,
    },
    {
      en: 'They are counted; age-standardised rates spread them over the known ages. Look ages up where that can be done.',
      zh: '计入例数；年龄标化率按已知年龄构成分摊。如有可能请补充年龄。',
    },
  );
};
