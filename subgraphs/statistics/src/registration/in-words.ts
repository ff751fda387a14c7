import type { Label } from '@nodp/graph';
import { numberWords } from '../questions/words.ts';
import type { Coverage, Residents } from './coverage.ts';
import { LEAST_COMPLETENESS } from './registration.ts';
import { FEMALE, MALE } from './sexes.ts';

const least = Math.round(LEAST_COMPLETENESS * 100);

const NONE: Record<'NOT_REGISTERED' | 'NOT_COMPLETE', Label> = {
  NOT_REGISTERED: {
    en: 'There is no rate: none of these areas is under population-based registration in these years. Cases that hospitals report, set against all residents, are no incidence.',
    zh: '不计算率：所选地区在所选年份未开展以人群为基础的肿瘤登记。医院上报病例除以全部常住人口不是发病率。',
  },
  NOT_COMPLETE: {
    en: `There is no rate: no registry had closed one of these years, ${least}% complete, when this release was built.`,
    zh: `不计算率：生成本版数据时，所选年份尚无登记处完成截止且完整性达到${least}%。`,
  },
};

const percent = (share: number): string => `${Math.round(share * 100)}`;

/** The years as runs: 2015–2019, 2021. */
const runs = (years: readonly number[]): string => {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const year of sorted) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else spans.push([year, year]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
};

/** Who the rates are of, and why where there is none: areas, years, person-years, completeness and sources. */
export const rateBasis = (
  coverage: Coverage,
  of: Residents,
  sources: ReadonlyMap<string, Label>,
): Label => {
  const absent = coverage.absent(of);
  if (absent !== null) return NONE[absent];
  const areas = coverage.whole(of);
  const sum = (ages: Float64Array) => ages.reduce((a, b) => a + b, 0);
  const lived = areas.reduce((n, { lived: l }) => n + sum(l[FEMALE]) + sum(l[MALE]), 0);
  const personYears = numberWords(lived);
  const regions = new Set(areas.map(({ region }) => region)).size;
  const registries = [...new Set(areas.map(({ registry }) => registry))];
  const shares = areas.map(({ completeness }) => completeness);
  const [low, high] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
  const complete = low === high ? `${low}%` : `${low}–${high}%`;
  const years = runs(areas.map(({ year }) => year));
  const said = (language: 'en' | 'zh') =>
    [...new Set(registries.map((code) => sources.get(code)?.[language] ?? code))].join('; ');
  const outside = (of.regions ?? []).filter(
    (region) => !areas.some((area) => area.region === region),
  ).length;
  return {
    en: `Rates are of the residents of ${regions} ${regions === 1 ? 'area' : 'areas'} under population-based registration by ${registries.length} ${registries.length === 1 ? 'registry' : 'registries'}, ${years}: ${personYears.en} person-years, registration ${complete} complete as reported.${outside > 0 ? ` Not registered, and so in no rate: ${outside} of the areas chosen.` : ''} Person-years: ${said('en')}. Cases of unknown residence and of other areas and years are counted, but are in no rate. Rates of the genital sites, and of the breast in women, set cases of that sex against that sex; age-standardised rates spread cases of unknown age over the known ages.`,
    zh: `率的对象为${registries.length}个登记处以人群为基础登记的${regions}个地区的常住居民，${years}年，共${personYears.zh}人年；登记处报告的完整性为${complete}。${outside > 0 ? `所选地区中有${outside}个未开展登记，不计入任何率。` : ''}人年数来源：${said('zh')}。居住地不详及其他地区、年份的病例计入病例数，但不计入率。生殖器官各部位及（女性）乳腺的率，按该性别病例除以该性别人年数；年龄标化率将年龄不详的病例按已知年龄的构成分摊。`,
  };
};
