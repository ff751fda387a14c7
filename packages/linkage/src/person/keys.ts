import { foldedSound } from '../names/sounds.ts';
import type { Person } from './person.ts';

const DAY = 10;

/**
 * Keys under which records of one person are likely to meet, whatever one of them says wrongly; each says two things at least that few
 * share. They name the person: they are stored as keyed hashes alone.
 */
export const personKeys = ({ name, born, number, phone }: Person): string[] => {
  const day = born?.length === DAY ? born : null;
  // Day and month in one order, so that a swapped date keeps its key.
  const turned = day === null ? null : [day.slice(5, 7), day.slice(8)].sort().join('');
  const sounds = name?.sounds.map(foldedSound) ?? [];
  const whole = sounds.toSorted().join(' ');
  const key = (kind: string, ...parts: readonly (string | null | undefined)[]): string[] =>
    parts.some((part) => part === null || part === undefined || part === '')
      ? []
      : [`${kind}|${parts.join('|')}`];
  return [
    ...key('number', number),
    ...key('phone', phone, sounds[0]),
    // A slip of the year, or of the month and day.
    ...key('name turned', whole, turned),
    ...key('name year', whole, born?.slice(0, 4)),
    // A slip of the name: each part with the whole date.
    ...[...new Set(sounds)].flatMap((sound) => key('part day', sound, day)),
    ...key('phone day', phone, turned),
    ...key('number day', number?.slice(-6, -1), day),
  ];
};
