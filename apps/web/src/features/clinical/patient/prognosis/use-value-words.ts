/** A value of an input or an answer in the language of the page. */
import { useLingui } from '@lingui/react';
import { valueWords } from './words.ts';

export function useValueWords(): (value: string) => string {
  const { i18n } = useLingui();
  return (value) => {
    const words = Object.hasOwn(valueWords, value) ? valueWords[value] : undefined;
    return words ? i18n._(words) : value;
  };
}
