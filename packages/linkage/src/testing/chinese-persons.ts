import { residentNumber } from '../names/resident-identity.ts';
import type { PersonSaid } from '../person/person.ts';
import { type Draw, drawing } from './random.ts';

/** A record that an institution has of a person. */
export interface SaidOf {
  /** Whom it is of, by the truth. */
  readonly person: string;
  readonly said: PersonSaid;
}

const weighted = (text: string): readonly (readonly [string, number])[] =>
  text.split(' ').map((pair) => {
    const [value = '', weight = '1'] = pair.split(':');
    return [value, Number(weight)] as const;
  });

/** Surnames and how many per thousand bear them, roughly (the Ministry of Public Security's yearly reports). */
const SURNAMES = weighted(
  '王:71 李:70 张:68 刘:52 陈:46 杨:31 黄:22 赵:21 吴:20 周:19 徐:15 孙:14 马:13 朱:12 胡:12 郭:11 何:11 高:10 林:10 罗:9 郑:9 梁:9 谢:7 宋:7 唐:7 许:6 韩:6 邓:6 冯:6 曹:5 彭:5 曾:5 肖:5 田:4 董:4 潘:4 袁:4 蔡:4 蒋:4 余:4 于:4 杜:4 叶:4 程:4 苏:4 魏:4 吕:4 丁:4 任:4 沈:4 姚:3 卢:3 姜:3 崔:3 钟:3 谭:3 陆:3 汪:3 范:3 金:3 石:3 廖:3 贾:3 夏:3 韦:3 付:3 方:3 白:3 邹:2 孟:2 熊:2 秦:2 邱:2 江:2 尹:2 薛:2 闫:2 段:2 雷:2 侯:2 龙:2 史:2 陶:2 黎:2 贺:2 顾:2 毛:2 郝:2 龚:2 邵:2 万:2 钱:2 严:2 覃:2 武:2 戴:2 莫:2 孔:2 向:2 汤:2 单:1 解:1 仇:1 查:1 欧阳:1 上官:0.3 司马:0.3 尉迟:0.1',
);
const MALE = [
  ...'伟强军勇杰涛明超刚平辉国华建文斌波志鹏飞林峰海龙东宏亮宇浩德福生祥永庆金玉树成俊磊洋健雷帆毅旭鑫晨凯瑞博航睿泽轩嘉云振学义新利清胜才发武良世广忠仁贵富顺信子江阳天光',
];
const FEMALE = [
  ...'芳娜敏静丽艳娟霞秀英玉兰凤红梅桂琴珍云莲燕萍雪琳慧洁淑华文君春晓婷颖佳月美倩雅欣怡蕾薇菲蓉蓓岚瑶瑾璐妍思梦涵诗琪彤晶莹荣爱香翠彩惠素芬贞巧芝菊银小青蓝紫',
];
const MINORITY = [
  '阿不都热合曼·买买提',
  '古丽巴哈尔·艾合买提',
  '买买提江·吐尔逊',
  '阿依古丽·阿布都拉',
  '努尔兰·哈力克',
  '次仁卓玛',
  '扎西多吉',
  '吐尔逊古丽·阿不都热依木',
];

/** Signs that are typed for one another because they sound alike. */
const SAME_SOUND =
  '伟玮炜 静婧靖 丽莉俪 芳方 杰洁婕 军君钧 明铭鸣 辉晖 文雯 红虹宏洪 建健剑 华桦 英瑛莹 玉钰 兰岚 霞遐 梅玫 强蔷 志智 国帼 福富 燕艳 平萍苹 志至 海骇 生升声 金锦 秀绣 云芸 陈成 章张 于余 付傅 肖萧 闫严 丘邱 斌彬 波博 林琳 晓小筱 佳嘉家 颖影'.split(
    ' ',
  );
/** Signs that speakers of the south hear as one: n and l, zh and z, ing and in. */
const NEAR_SOUND = '兰南 刘牛 林玲 敏明 青琴 珍争 陈程 周邹 志自 胜森 红冯 黄王'.split(' ');
/** Signs that are read for one another because they look alike. */
const SAME_SHAPE =
  '己已 未末 士土 候侯 晴睛 玉王 杨扬 娟捐 刚钢 军车 侯候 莱菜 宇字 茜西 梅海 徐除 陈阵 丽雨 兰三 曰日 李季 崇祟 杰木'.split(
    ' ',
  );

const CITIES = [
  '北京市朝阳区',
  '上海市浦东新区',
  '广州市天河区',
  '成都市武侯区',
  '武汉市洪山区',
  '西安市雁塔区',
  '沈阳市和平区',
  '长沙市岳麓区',
  '郑州市金水区',
  '南宁市青秀区',
];
const PROVINCES = [
  '',
  '',
  '广东省',
  '四川省',
  '湖北省',
  '陕西省',
  '辽宁省',
  '湖南省',
  '河南省',
  '广西壮族自治区',
];
const ROADS = [...'中山人民建设解放和平胜利文化新华长江黄河东风光明幸福友谊朝阳振兴科技学府'];

const drawOf = (draw: Draw, from: readonly (readonly [string, number])[]): string => {
  const total = from.reduce((sum, [, weight]) => sum + weight, 0);
  let at = draw.number() * total;
  for (const [value, weight] of from) {
    at -= weight;
    if (at < 0) return value;
  }
  return (from.at(-1) as readonly [string, number])[0];
};

/** The commoner signs stand first. */
const givenSign = (draw: Draw, from: readonly string[]): string =>
  from[Math.floor(from.length * draw.number() ** 1.6)] as string;

const day = (draw: Draw, from: number, to: number): string =>
  new Date(Date.UTC(from, 0, 1) + draw.whole((to - from) * 365) * 86_400_000)
    .toISOString()
    .slice(0, 10);

interface Truth extends PersonSaid {
  readonly person: string;
}

const phoneOf = (draw: Draw): string =>
  `1${draw.pick(['38', '39', '50', '86', '77', '30'])}${String(draw.whole(1e8)).padStart(8, '0')}`;

const addressOf = (draw: Draw): string => {
  const at = draw.whole(CITIES.length);
  const road = `${draw.pick(ROADS)}${draw.pick(ROADS)}${draw.pick(['路', '街', '大道'])}`;
  return `${PROVINCES[at]}${CITIES[at]}${road}${1 + draw.whole(400)}号${1 + draw.whole(30)}栋${1 + draw.whole(30)}0${1 + draw.whole(4)}室`;
};

/** The county and the serial of a resident identity number; the last digit is odd for men. */
const numberOf = (draw: Draw, born: string, sex: PersonSaid['sex'], taken: Set<string>): string => {
  for (;;) {
    const serial = draw.whole(498) * 2 + (sex === 'MALE' ? 1 : 0);
    const digits = `99${String(draw.whole(400)).padStart(4, '0')}${born.slice(2).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    const number = residentNumber(digits);
    if (number === null) throw new Error(`${digits} makes no number.`);
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
};

/** People who live together: a couple, and children of theirs, now and then twins. */
const household = (draw: Draw, id: number, taken: Set<string>): Truth[] => {
  const address = addressOf(draw);
  const family = phoneOf(draw);
  const surnames = [drawOf(draw, SURNAMES), drawOf(draw, SURNAMES)] as const;
  const person = (
    n: number,
    surname: string,
    sex: 'FEMALE' | 'MALE',
    born: string,
    generation = '',
  ): Truth => {
    const signs = sex === 'MALE' ? MALE : FEMALE;
    const one = generation === '' ? givenSign(draw, signs) : generation;
    const given = draw.chance(0.15) && generation === '' ? one : one + givenSign(draw, signs);
    return {
      person: `${id}-${n}`,
      name: draw.chance(0.03) ? draw.pick(MINORITY) : surname + given,
      sex,
      born,
      nationalId: numberOf(draw, born, sex, taken),
      phone: draw.chance(0.4) ? family : phoneOf(draw),
      address,
    };
  };
  const born = day(draw, 1935, 1975);
  const people = [
    person(0, surnames[0], 'MALE', born),
    person(
      1,
      surnames[1],
      'FEMALE',
      day(draw, Number(born.slice(0, 4)) - 1, Number(born.slice(0, 4)) + 5),
    ),
  ];
  const year = Number(born.slice(0, 4)) + 25;
  const children = draw.whole(3);
  const shared = draw.chance(0.4) ? givenSign(draw, MALE) : '';
  const twins = children === 2 && draw.chance(0.04);
  const first = day(draw, year, year + 4);
  const sex = draw.chance(0.5) ? ('MALE' as const) : ('FEMALE' as const);
  for (let child = 0; child < children; child++) {
    const own = twins ? first : day(draw, year + child, year + 4 + child);
    people.push(
      person(
        2 + child,
        surnames[0],
        twins ? sex : draw.chance(0.5) ? 'MALE' : 'FEMALE',
        own.slice(0, 4) > '1999' ? `1999${own.slice(4)}`.replace('-02-29', '-02-28') : own,
        shared,
      ),
    );
  }
  return people.slice(0, draw.chance(0.6) ? people.length : 1 + draw.whole(people.length));
};

const replaced = (draw: Draw, name: string, groups: readonly string[]): string => {
  const signs = [...name];
  const order = signs.map((_, i) => i).sort(() => draw.number() - 0.5);
  for (const at of order) {
    const group = groups.find((of) => of.includes(signs[at] as string));
    const others = [...(group ?? '')].filter((sign) => sign !== signs[at]);
    if (others.length === 0) continue;
    signs[at] = draw.pick(others);
    return signs.join('');
  }
  return name;
};

const digitSlip = (draw: Draw, text: string): string => {
  const places = [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []));
  const at = draw.pick(places);
  const next = places[places.indexOf(at) + 1];
  if (next !== undefined && draw.chance(0.3) && text[at] !== text[next])
    return (
      text.slice(0, at) + text[next] + text.slice(at + 1, next) + text[at] + text.slice(next + 1)
    );
  const digit = (Number(text[at]) + 1 + draw.whole(9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
};

const writtenName = (draw: Draw, name: string): string => {
  if (name.includes('·')) {
    if (draw.chance(0.25)) return name.slice(0, 4 + draw.whole(name.length - 4));
    return draw.chance(0.3) ? name.replace('·', '') : name;
  }
  if (draw.chance(0.03)) return replaced(draw, name, SAME_SOUND);
  if (draw.chance(0.006)) return replaced(draw, name, NEAR_SOUND);
  return draw.chance(0.01) ? replaced(draw, name, SAME_SHAPE) : name;
};

const writtenBirth = (draw: Draw, born: string): string | null => {
  if (draw.chance(0.01)) return null;
  if (draw.chance(0.01)) return born.slice(0, 4);
  if (draw.chance(0.008)) return `${born.slice(0, 5)}${born.slice(8)}-${born.slice(5, 7)}`;
  if (draw.chance(0.012)) return digitSlip(draw, born);
  // The year alone was known and the system wanted a day.
  return draw.chance(0.01) ? `${born.slice(0, 4)}-01-01` : born;
};

const writtenNumber = (draw: Draw, number: string, others: readonly Truth[]): string | null => {
  if (draw.chance(0.25)) return null;
  if (draw.chance(0.08)) return number.slice(0, 6) + number.slice(8, 17);
  if (draw.chance(0.015)) return digitSlip(draw, number);
  // A card that was lent.
  return draw.chance(0.002) ? draw.pick(others).nationalId : number;
};

const writtenAddress = (draw: Draw, address: string): string | null => {
  if (draw.chance(0.15)) return null;
  if (draw.chance(0.12)) return addressOf(draw);
  if (draw.chance(0.3)) return address.replace(/^.{2,7}?(省|自治区)/u, '');
  return draw.chance(0.15) ? address.replace(/\d+室$/u, '') : address;
};

/** Swapped days and months are dates again, or an institution would refuse them. */
const isDay = (text: string | null): text is string =>
  text !== null &&
  (text.length < 10 || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text);

const recordOf = (draw: Draw, truth: Truth, others: readonly Truth[]): SaidOf => {
  const born = writtenBirth(draw, truth.born as string);
  return {
    person: truth.person,
    said: {
      name: writtenName(draw, truth.name),
      sex: draw.chance(0.003) ? (truth.sex === 'MALE' ? 'FEMALE' : 'MALE') : truth.sex,
      born: born === null || isDay(born) ? born : truth.born,
      nationalId: writtenNumber(draw, truth.nationalId as string, others),
      phone: draw.chance(0.2)
        ? null
        : draw.chance(0.12)
          ? phoneOf(draw)
          : draw.chance(0.01)
            ? digitSlip(draw, truth.phone as string)
            : truth.phone,
      address: writtenAddress(draw, truth.address as string),
    },
  };
};

/**
 * Records of persons in China as institutions have them: households with twins among them, signs that sound or look alike, minorities' names
 * cut, days and months swapped, numbers of 15 digits, mistyped, missing or lent, telephones and addresses changed.
 * @param persons at least how many; a third of them have two to four records
 */
export const chinesePersons = (persons: number, seed: number): SaidOf[] => {
  const draw = drawing(seed);
  const taken = new Set<string>();
  const truths: Truth[] = [];
  for (let id = 0; truths.length < persons; id++) truths.push(...household(draw, id, taken));
  return truths.flatMap((truth) => {
    const records = draw.chance(0.33) ? 2 + Math.floor(3 * draw.number() ** 2) : 1;
    return Array.from({ length: records }, () => recordOf(draw, truth, truths));
  });
};
