/**
 * A tree as it stands in an address: `any(site:lung;not(stage:IV))`, `least.2(…)`, `most.1(…)`. Parts are parted by `;`, which
 * stands in no value outside of brackets of its own.
 */
import { branchOf, nodeOf, type Tree } from './tree.ts';

/** Deeper ones are not followed. */
const MOST_LEVELS = 12;

/** The parts of a text that are parted by `;` outside of every bracket; null where brackets do not match. */
export const partsOf = (text: string): string[] | null => {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    else if (c === ')' && --depth < 0) return null;
    else if (c === ';' && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  if (depth !== 0) return null;
  const last = text.slice(from);
  return parts.length === 0 && last === '' ? [] : [...parts, last];
};

/** `word(inner)`: the word and what stands in its brackets; null where it is none. */
export const bracketed = (text: string): readonly [word: string, inner: string] | null => {
  const [, word, inner] = /^([a-z]+(?:\.\d{1,3})?)\((.*)\)$/s.exec(text) ?? [];
  return word === undefined || inner === undefined || partsOf(inner) === null
    ? null
    : [word, inner];
};

const WORDS = { all: 'all', any: 'any', not: 'not', least: 'atLeast', most: 'atMost' } as const;

export const writeTree = <Leaf extends object>(
  node: Tree<Leaf>,
  ofLeaf: (leaf: Leaf) => string,
): string => {
  const branch = branchOf(node);
  if (branch === null) return ofLeaf(node as Leaf);
  const { kind, count, of } = branch;
  const word = kind === 'atLeast' ? `least.${count}` : kind === 'atMost' ? `most.${count}` : kind;
  return `${word}(${of.map((child) => writeTree(child, ofLeaf)).join(';')})`;
};

/** The tree a text says; what cannot be read in it is passed over, null where nothing of it can be. */
export const readTreeOf = <Leaf extends object>(
  text: string,
  ofLeaf: (text: string) => Leaf | null,
  level = 1,
): Tree<Leaf> | null => {
  if (level > MOST_LEVELS) return null;
  const [word = '', inner = ''] = bracketed(text) ?? [];
  const [name = '', digits] = word.split('.');
  if (!Object.hasOwn(WORDS, name)) return ofLeaf(text);
  const kind = WORDS[name as keyof typeof WORDS];
  const counted = kind === 'atLeast' || kind === 'atMost';
  if (counted !== (digits !== undefined)) return null;
  const of = (partsOf(inner) ?? []).flatMap((part) => readTreeOf(part, ofLeaf, level + 1) ?? []);
  if (kind === 'not' && of.length !== 1) return null;
  return nodeOf({ kind, count: Number(digits ?? 0), of });
};
