import { DISEASE_WORD_ROWS } from './disease-word-rows.ts';
import { doidWithout } from './diseases.ts';

const chinese: ReadonlyMap<string, string> = new Map(
  DISEASE_WORD_ROWS.trim()
    .split('\n')
    .map((row) => row.split('|') as [string, string]),
);

/**
 * The name of a disease of the evidence in both languages; Chinese where it is known, else as the source writes it.
 * @param doid may be empty: some diseases of CIViC have none
 */
export const diseaseLabelOf = (doid: string, name: string): { en: string; zh: string } => ({
  en: name,
  zh: chinese.get(doid === '' ? doidWithout(name) : doid) ?? name,
});
