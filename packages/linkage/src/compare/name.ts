import { foldedSound, type ReadName } from '../names/sounds.ts';
import { editDistance } from '../text/damerau.ts';
import { jaroWinkler } from '../text/jaro-winkler.ts';

/** How two names agree, from the most. */
export const NAME_LEVELS = ['same', 'sound', 'near', 'part', 'differs'] as const;
export type NameLevel = (typeof NAME_LEVELS)[number];

/** Jaro–Winkler similarities from which Latin names are near, or share a part. */
const NEAR = 0.92;
const PART = 0.8;

const soundsAlike = (a: ReadName, b: ReadName): boolean =>
  a.sounds.length === b.sounds.length &&
  a.sounds.every((sound, i) => foldedSound(sound) === foldedSound(b.sounds[i] as string));

/** The letters of a Chinese name as it sounds, whatever parts them: `wang xiao ming` is `wangxiaoming`. */
const letters = (name: ReadName): string => name.sounds.join('');

/** A name of one script beside one of the other: by the letters, in either order of surname and given name. */
const acrossScripts = (chinese: ReadName, latin: ReadName): NameLevel => {
  const own = letters(chinese);
  const turned = [
    ...chinese.sounds.slice(chinese.surname),
    ...chinese.sounds.slice(0, chinese.surname),
  ].join('');
  const other = latin.written.replaceAll(' ', '');
  if (other === own || other === turned) return 'sound';
  return Math.max(jaroWinkler(own, other), jaroWinkler(turned, other)) >= NEAR ? 'near' : 'differs';
};

const chineseNames = (a: ReadName, b: ReadName): NameLevel => {
  if (soundsAlike(a, b)) return 'sound';
  const [short, long] = a.parts.length < b.parts.length ? [a, b] : [b, a];
  // Long names of minorities are cut by systems that give a name few places.
  if (short.parts.length >= 4 && long.written.startsWith(short.written)) return 'near';
  const edits = editDistance(a.parts, b.parts, 1);
  // One sign of two is half the name.
  if (edits <= 1 && Math.min(a.parts.length, b.parts.length) >= 3) return 'near';
  const surnames = a.surname > 0 && a.surname === b.surname;
  const sameSurname =
    surnames && a.parts.slice(0, a.surname).join('') === b.parts.slice(0, b.surname).join('');
  return sameSurname || edits <= 1 ? 'part' : 'differs';
};

/** Compares two names, each in its own script. */
export const compareNames = (a: ReadName, b: ReadName): NameLevel => {
  if (a.written === b.written) return 'same';
  if (a.chinese && b.chinese) return chineseNames(a, b);
  if (a.chinese !== b.chinese) return a.chinese ? acrossScripts(a, b) : acrossScripts(b, a);
  const [left, right] = [a.parts.join(' '), b.parts.join(' ')];
  if (left === right) return 'same';
  const similarity = Math.max(jaroWinkler(left, right), jaroWinkler(a.written, b.written));
  if (similarity >= NEAR) return 'near';
  return similarity >= PART || a.parts.some((part) => part.length > 2 && b.parts.includes(part))
    ? 'part'
    : 'differs';
};
