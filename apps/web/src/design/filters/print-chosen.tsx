import { PrintSelection } from '../print/parts.tsx';

/** What a filter holds, on paper; nothing where it holds nothing. */
export function PrintChosen({ name, words }: { name: string; words: readonly string[] }) {
  const said = words.filter((word) => word !== '');
  return said.length === 0 ? null : <PrintSelection name={name}>{said.join(', ')}</PrintSelection>;
}
