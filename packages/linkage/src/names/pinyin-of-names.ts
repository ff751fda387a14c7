import { pinyin } from 'pinyin-pro';

/**
 * How Chinese names are written in Latin letters: by what a person is found who types `lijiesheng` or `ljs`.
 * A dictionary look-up costs 80 µs; each character and each surname is looked up once.
 */

const han = /\p{Script=Han}+/gu;
/** Of ways to read a whole name at most this many count. */
const WAYS = 4;
/** Longer names (transliterated ones) are found by their beginnings up to here. */
const LETTERS = 24;

const remembered = <Value>(find: (text: string) => Value): ((text: string) => Value) => {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = find(text);
      if (known.size >= 20_000) known.clear();
      known.set(text, value);
    }
    return value;
  };
};

/** `lü` is typed `lv`, `lu` or, as in passports, `lyu`. */
const typed = (syllable: string): string[] =>
  syllable.includes('ü') ? ['v', 'u', 'yu'].map((u) => syllable.replace('ü', u)) : [syllable];

const options = { toneType: 'none', type: 'array' } as const;

/**
 * Characters of given names that have two readings there; the dictionary's every reading would be too many (阿 is
 * read e in old texts) and would find people nobody meant.
 */
const TWO_READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  `乐 le yue|行 xing hang|长 chang zhang|重 chong zhong|朝 chao zhao|茜 qian xi|盛 sheng cheng|晟 sheng cheng|传 chuan zhuan
   都 du dou|柏 bai bo|藏 cang zang|曾 zeng ceng|覃 qin tan|单 dan shan|解 jie xie|参 can shen
   薄 bo bao|宿 su xiu|属 shu zhu|识 shi zhi|贾 jia gu|贲 ben fei|炅 jiong gui|莘 xin shen
   隽 jun juan|甄 zhen juan|洗 xi xian|露 lu lou|熨 yun yu|沈 shen chen|俞 yu shu|万 wan mo|牟 mou mu|尉 wei yu`
    .split(/[|\n]/)
    .map((row) => row.trim().split(' '))
    .map(([character = '', ...read]) => [character, read]),
);

/** The readings of one character, the commonest first. */
const readings = remembered((character: string): string[] =>
  [...(TWO_READINGS.get(character) ?? pinyin(character, options))].flatMap(typed),
);

/** The readings of a surname as surnames are read (单 shan, 尉迟 yuchi), one list a character. */
const surname = remembered((characters: string): string[][] => {
  const asSurname = pinyin(characters, { ...options, surname: 'head' });
  const compound = [...characters].length === 2 && isCompound(characters);
  return (compound ? asSurname : asSurname.slice(0, 1)).map((syllable, i) => [
    ...new Set([...typed(syllable), ...readings([...characters][i] ?? '')]),
  ]);
});

/** Two characters that are one surname are read differently, or known as one, when read as a surname. */
const isCompound = (characters: string): boolean => COMPOUND.has(characters);
/** Surnames of two characters; source: 百家姓 and the surnames of the Ministry of Public Security's yearly reports. */
const COMPOUND = new Set(
  `欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 轩辕 端木 百里 南宫 独孤 淳于 单于
   申屠 太史 公羊 澹台 闻人 赫连 钟离 万俟 呼延 东郭 西门 第五 完颜 耶律 拓跋 纳兰 叶赫 欧陽 諸葛 司馬 東方 長孫`.split(
    /\s+/,
  ),
);

/** The surname of a Chinese name; null for a name that does not begin with one in Chinese signs. */
export const chineseSurname = (name: string): string | null => {
  const [first] = name.normalize('NFKC').match(han) ?? [];
  if (first === undefined || !name.trimStart().normalize('NFKC').startsWith(first)) return null;
  const head = [...first].slice(0, 2).join('');
  return isCompound(head) ? head : ([...first][0] ?? null);
};

/** Every way of choosing one of each, the first choices first, at most `WAYS`. */
const ways = (choices: readonly (readonly string[])[]): string[][] =>
  choices.reduce<string[][]>(
    (begun, of) => of.flatMap((one) => begun.map((way) => [...way, one])).slice(0, WAYS),
    [[]],
  );

const beginnings = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length, LETTERS) - 1) }, (_, i) =>
    word.slice(0, i + 2),
  );

const ofWord = (word: string): string[] => {
  const characters = [...word];
  const head = surname(characters.slice(0, 2).join(''));
  const rest = characters.slice(head.length).map((character) => readings(character));
  return ways([...head, ...rest]).flatMap((syllables) => {
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    const given = syllables.slice(head.length);
    const mixed = syllables
      .slice(0, -1)
      .map((_, i) => syllables.slice(0, i + 1).join('') + initials.slice(i + 1));
    return [
      ...beginnings(syllables.join('')),
      ...beginnings(initials),
      ...mixed.map((word) => word.slice(0, LETTERS)),
      given.join(''),
      ...given,
    ].filter((found) => found.length >= 2);
  });
};

/**
 * What Latin letters a Chinese name is found by: beginnings of the whole (`li`, `lij` … `lijiesheng`) and of its
 * initials (`lj`, `ljs`), first syllables with the initials of the others (`lijs`), the given name and its syllables; surnames as surnames are read and as they are not
 * (解: xie, jie). Nothing for names in other scripts.
 */
export const pinyinWords = (name: string): string[] => [
  ...new Set((name.match(han) ?? []).flatMap(ofWord)),
];

/** How each sign of a Chinese name most likely sounds, without tones, and how many of the signs are the surname. */
export const nameSyllables = (name: string): { surname: number; sounds: string[] } => {
  const characters = [...name];
  const head = surname(characters.slice(0, 2).join(''));
  const rest = characters.slice(head.length).map((character) => readings(character));
  return { surname: head.length, sounds: [...head, ...rest].map(([first = '']) => first) };
};
