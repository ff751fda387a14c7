import { provinceOf } from '@nodp/terminology/provinces';
import type { CountKind } from '../../data-set.ts';
import {
  ageIn,
  isNot,
  numberIn,
  oneOf,
  type Row,
  sexIn,
  textIn,
  wholeIn,
  yearsIn,
} from '../cells.ts';
import type { Collected } from '../collected.ts';
import { siteOfWord } from '../sites.ts';
import type { Profile, Shape } from './shape.ts';

const dataSet: Shape = {
  name: { en: 'description of the data set', zh: '数据集说明' },
  columns: [
    ...['id', 'name_en', 'name_zh', 'source_en', 'source_zh'],
    ...['citation', 'licence', 'published'],
  ],
  read: (row, into) => {
    const id = textIn(row, 'id', 40);
    const [nameEn, nameZh] = [textIn(row, 'name_en', 200), textIn(row, 'name_zh', 200)];
    const [sourceEn, sourceZh] = [textIn(row, 'source_en', 300), textIn(row, 'source_zh', 300)];
    const [citation, licence] = [textIn(row, 'citation', 1000), textIn(row, 'licence', 300)];
    const published = oneOf(row, 'published', ['yes', 'no']);
    if (id !== null && !/^[a-z][a-z0-9-]*$/.test(id)) {
      isNot(row, 'id', {
        en: 'Give lower-case letters, digits and hyphens, a letter first, e.g. shandong-2020.',
        zh: '请使用小写字母、数字和连字符，并以字母开头，如 shandong-2020。',
      });
      return;
    }
    if (into.about !== null) {
      row.problems.error(
        row.place,
        null,
        { en: 'A second description of a data set.', zh: '出现第二个数据集说明。' },
        { en: 'Load one data set at a time.', zh: '请每次只加载一个数据集。' },
      );
      return;
    }
    if (id === null || nameEn === null || nameZh === null || sourceEn === null) return;
    if (sourceZh === null || citation === null || licence === null || published === null) return;
    into.about = {
      id,
      name: { en: nameEn, zh: nameZh },
      source: { en: sourceEn, zh: sourceZh },
      citation,
      licence,
      published: published === 'yes',
    };
  },
};

/** GB/T 2260 codes, parted by spaces; their closing zeros say the level: 440000 a province, 440100 a city. */
const regionsIn = (row: Row, column: string): string[] | null => {
  const codes = row
    .cells(column)
    .split(/[\s;、]+/)
    .filter((code) => code !== '');
  if (codes.every((code) => /^\d{6}$/.test(code) && provinceOf(code) !== null)) return codes;
  return isNot(row, column, {
    en: 'Give six-digit codes of GB/T 2260 parted by spaces, e.g. 440103 440104.',
    zh: '请填写以空格分隔的GB/T 2260六位代码，如 440103 440104。',
  });
};

const registries: Shape = {
  name: { en: 'registries', zh: '登记处' },
  columns: ['registry', 'name_en', 'name_zh', 'province'],
  optional: ['covers', 'without'],
  read: (row, into) => {
    const code = textIn(row, 'registry', 40);
    const [en, zh] = [textIn(row, 'name_en', 200), textIn(row, 'name_zh', 200)];
    const given = row.cells('province');
    const province = /^\d{2}(?:0000)?$/.test(given) ? provinceOf(`${given.slice(0, 2)}0000`) : null;
    if (given !== '' && province === null)
      isNot(row, 'province', {
        en: 'Give the GB/T 2260 code of a division at province level, e.g. 440000; nothing where it is not known.',
        zh: '请填写省级区划的GB/T 2260代码，如 440000；不清楚时留空。',
      });
    const [covers, without] = [regionsIn(row, 'covers'), regionsIn(row, 'without')];
    if (code === null || en === null || zh === null || covers === null || without === null) return;
    const name = { en, zh };
    // Its years are known when its person-years are.
    const years = { first: 0, last: 0 };
    into.area({ code, name, province: province?.code ?? null, covers, without, years }, row.place);
  },
};

const personYears: Shape = {
  name: { en: 'person-years', zh: '人年数' },
  columns: ['registry', 'period', 'sex', 'age', 'person_years'],
  read: (row, into) => {
    const area = textIn(row, 'registry', 40);
    const [years, sex] = [yearsIn(row, 'period'), sexIn(row, 'sex')];
    const [age, lived] = [ageIn(row, 'age'), numberIn(row, 'person_years', 1e10)];
    if (area === null || years === null || sex === null || age === null || lived === null) return;
    into.personYears({ area, years, sex }, age, lived, row.place);
  },
};

const MOST_CASES = 1e8;

const readCount = (kind: CountKind, column: string) => (row: Row, into: Collected) => {
  const area = textIn(row, 'registry', 40);
  const [years, sex, age] = [yearsIn(row, 'period'), sexIn(row, 'sex'), ageIn(row, 'age')];
  const count = wholeIn(row, column, MOST_CASES);
  const site =
    siteOfWord(row.cells('site')) ??
    isNot(row, 'site', {
      en: 'Give a site group (lung), a part of one (colorectum.colon), its ICD-10 categories (C33-C34), or all.',
      zh: '请填写部位代码（lung）、其组成部分（colorectum.colon）、对应的ICD-10类目（C33-C34）或 all。',
    });
  if (area === null || years === null || sex === null || age === null) return;
  if (count === null || site === null) return;
  into.count({ kind, area, years, sex, site: site.id }, age, count, row.place);
};

const cases: Shape = {
  name: { en: 'new cases', zh: '新发病例' },
  columns: ['registry', 'period', 'sex', 'site', 'age', 'cases'],
  read: readCount('CASES', 'cases'),
};

const deaths: Shape = {
  name: { en: 'deaths', zh: '死亡' },
  columns: ['registry', 'period', 'sex', 'site', 'age', 'deaths'],
  read: readCount('DEATHS', 'deaths'),
};

const lifeTable: Shape = {
  name: { en: 'life table', zh: '寿命表' },
  columns: ['region', 'period', 'sex', 'age', 'mortality'],
  read: (row, into) => {
    const given = row.cells('region');
    const region = /^\d{6}$/.test(given) ? provinceOf(given) : null;
    if (given !== '' && region === null)
      isNot(row, 'region', {
        en: 'Give the GB/T 2260 code of a division at province level, e.g. 440000; nothing for the nation.',
        zh: '请填写省级区划的GB/T 2260代码，如 440000；全国留空。',
      });
    const [years, sex] = [yearsIn(row, 'period'), sexIn(row, 'sex')];
    const [age, rate] = [wholeIn(row, 'age', 120), numberIn(row, 'mortality', 10)];
    if (years === null || sex === null || age === null || rate === null) return;
    into.mortality(
      { region: region?.code ?? null, sex, years, firstMonth: 1 },
      age,
      rate,
      row.place,
    );
  },
};

/** The platform's own files (docs/registry-data.md). */
export const own: Profile = {
  name: { en: 'files of docs/registry-data.md', zh: 'docs/registry-data.md 所述文件' },
  shapes: [dataSet, registries, personYears, cases, deaths, lifeTable],
};
