import { nameSyllables } from './pinyin-of-names.ts';

/**
 * Sounds that speakers of the south and of the south-west do not part, and that are typed for one another: zh z, ch c, sh s,
 * n l, r l, hu f at the beginning; ang an, eng en, ing in at the end.
 */
export const foldedSound = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=.)/, 'l')
    .replace(/^hu(?=[aeo]|$)/, 'f')
    .replace(/([aei]n)g$/, '$1');

/** A name made ready to be compared. */
export interface ReadName {
  /** As written, without spaces and marks, in small letters. */
  readonly written: string;
  readonly chinese: boolean;
  /** Of a Chinese name the signs, else the letters' words. */
  readonly parts: readonly string[];
  /** How many of the parts are the surname: 0 where nothing says which. */
  readonly surname: number;
  /** How each part sounds, without tones. */
  readonly sounds: readonly string[];
}

const han = /^\p{Script=Han}+$/u;
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** Null where the text holds no letter. Longer names than 60 signs are cut. */
export const readName = (text: string): ReadName | null => {
  const words = fold(text)
    .slice(0, 60)
    .match(/[\p{L}\p{N}]+/gu);
  if (words === null) return null;
  const whole = words.join('');
  if (!han.test(whole)) {
    const parts = [...words].sort();
    return { written: words.join(' '), chinese: false, parts, surname: 0, sounds: parts };
  }
  // A name parted by `·` is of a people who have no surname before the given name.
  const { surname, sounds } = nameSyllables(whole);
  const parted = words.length > 1 || [...whole].length > 4;
  return {
    written: whole,
    chinese: true,
    parts: [...whole],
    surname: parted ? 0 : surname,
    sounds,
  };
};
