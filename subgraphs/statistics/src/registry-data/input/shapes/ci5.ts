import { provinceOfName } from '@nodp/terminology/provinces';
import { CI5_TOTALS } from '@nodp/terminology/registry-sites';
import { type AboutSet, ALL_SITES } from '../../data-set.ts';
import { ageCodeIn, isNot, numberIn, type Row, sexIn, textIn, wholeIn, yearsIn } from '../cells.ts';
import type { Collected } from '../collected.ts';
import { siteOfCi5 } from '../sites.ts';
import { registryOfCi5 } from './ci5-registries.ts';
import type { Profile, Shape } from './shape.ts';

const MOST_CASES = 1e8;

/** The site of a cancer code; null for the sum of all but skin, which is told by the others; a problem for another code. */
const siteIn = (row: Row): string | null => {
  const code = Number(row.cells('cancer_code'));
  if (code === CI5_TOTALS.all) return ALL_SITES;
  if (code === CI5_TOTALS.allButSkin) return null;
  const site = siteOfCi5(code);
  if (site !== null) return site.id;
  return isNot(row, 'cancer_code', {
    en: 'Give a cancer code of volume XII: 1 (lip) to 61 (other and unspecified), 62 all sites, 63 all but skin.',
    zh: '请填写第十二卷的癌症代码：1（唇）至61（其他及部位不明），62为全部部位，63为除皮肤外全部部位。',
  });
};

/** Registries are named as “China, Qidong County”: what comes before the first comma is the country. */
const placeOf = (label: string): string => label.replace(/^[^,]*,\s*/, '');

const readRegistry = (row: Row, into: Collected): void => {
  const [code, label] = [textIn(row, 'id_code', 40), textIn(row, 'id_label', 200)];
  const years = yearsIn(row, 'period');
  if (code === null || label === null || years === null) return;
  const en = placeOf(label);
  const known = registryOfCi5(code);
  const byName = [en, ...en.split(', ')].map((part) =>
    provinceOfName(part.replace(/ (?:City|Province)$/, '')),
  );
  const province = known?.province ?? byName.find((one) => one !== null)?.code ?? null;
  if (province === null)
    row.problems.remark(
      row.place,
      'id_label',
      { en: `The province of ${label} is not known.`, zh: `${label} 所属省份不详。` },
      {
        en: 'It is counted in the nation and by registry, in no province. The platform’s own files can name the province.',
        zh: '计入全国及登记处统计，不计入任何省份；可改用平台自有文件格式注明省份。',
      },
    );
  const name = { en, zh: known?.zh ?? en };
  into.area({ code, name, province, covers: [], without: [], years }, row.place);
};

const registries: Shape = {
  name: { en: 'list of registries', zh: '登记处名单' },
  columns: ['id_code', 'id_label', 'period'],
  read: readRegistry,
};

const population: Shape = {
  name: { en: 'person-years', zh: '人年数' },
  columns: ['id_code', 'id_label', 'period', 'sex', 'age', 'py'],
  read: (row, into) => {
    const area = textIn(row, 'id_code', 40);
    // A population file alone names its registries as well.
    if (area !== null && !into.areas.has(area)) readRegistry(row, into);
    const [years, sex] = [yearsIn(row, 'period'), sexIn(row, 'sex')];
    const [age, lived] = [ageCodeIn(row, 'age'), numberIn(row, 'py', 1e10)];
    if (area === null || years === null || sex === null || age === null || lived === null) return;
    into.personYears({ area, years, sex }, age, lived, row.place);
  },
};

const cases: Shape = {
  name: { en: 'new cases', zh: '新发病例' },
  columns: ['id_code', 'sex', 'cancer_code', 'age', 'cases'],
  read: (row, into) => {
    const area = textIn(row, 'id_code', 40);
    const [sex, age] = [sexIn(row, 'sex'), ageCodeIn(row, 'age')];
    const count = wholeIn(row, 'cases', MOST_CASES);
    const site = siteIn(row);
    if (area === null || sex === null || age === null || count === null || site === null) return;
    const years = into.yearsOf(area);
    if (years === null) {
      row.problems.error(
        row.place,
        'id_code',
        {
          en: `Registry ${area} has no person-years, so that its cases are of no period.`,
          zh: `登记处${area}无人年数，其病例不属于任何时期。`,
        },
        {
          en: 'Load the file of person-years (id_code, id_label, period, sex, age, py) with that of cases.',
          zh: '请将人年数文件（id_code, id_label, period, sex, age, py）与病例文件一同加载。',
        },
      );
      return;
    }
    into.count({ kind: 'CASES', area, years, sex, site }, age, count, row.place);
  },
};

const codes: Shape = {
  name: { en: 'cancer codes', zh: '癌症代码' },
  columns: ['cancer_code', 'cancer_label'],
  read: (row) => {
    siteIn(row);
  },
};

/** Sums over the registries, as a control of the others. */
const pooled: Shape = {
  name: { en: 'sums over all registries', zh: '全部登记处合计' },
  columns: ['cancer_code', 'cancer_label', 'sex', 'age', 'cases', 'py'],
  read: (row, into) => {
    const [sex, age, site] = [sexIn(row, 'sex'), ageCodeIn(row, 'age'), siteIn(row)];
    const [count, personYears] = [wholeIn(row, 'cases', MOST_CASES), numberIn(row, 'py', 1e11)];
    if (sex === null || age === null || site === null || count === null || personYears === null)
      return;
    into.pooled.push({ sex, site, age, cases: count, personYears, place: row.place });
  },
};

const CITATION =
  'Bray F, Colombet M, Aitken JF, Bardot A, Eser S, Galceran J, Hagenimana M, Matsuda T, Mery L, Piñeros M, Soerjomataram I, de Vries E, Wiggins C, Won Y-J, Znaor A, Ferlay J, editors (2023). Cancer Incidence in Five Continents, Vol. XII. IARC CancerBase No. 19. Lyon: International Agency for Research on Cancer. https://ci5.iarc.who.int';

const about = (collected: Collected): AboutSet => {
  const codes4 = new Set([...collected.areas.keys()].map((code) => code.slice(0, 4)));
  const china = codes4.size === 1 && codes4.has('4156');
  return {
    id: china ? 'ci5xii-china' : 'ci5xii',
    name: {
      en: `Cancer Incidence in Five Continents vol. XII${china ? ': China' : ''}`,
      zh: `《五大洲癌症发病率》第十二卷${china ? '：中国' : ''}`,
    },
    source: {
      en: 'International Agency for Research on Cancer (WHO) and the registries',
      zh: '世界卫生组织国际癌症研究机构及各登记处',
    },
    citation: CITATION,
    licence: 'Use with citation, by the terms of ci5.iarc.who.int',
    published: true,
  };
};

/** Data files of Cancer Incidence in Five Continents vol. XII, one row for each number that is not zero. */
export const ci5: Profile = {
  name: { en: 'Cancer Incidence in Five Continents vol. XII', zh: '《五大洲癌症发病率》第十二卷' },
  shapes: [codes, registries, population, cases, pooled],
  about,
};
