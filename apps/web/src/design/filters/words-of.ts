/** The words of what is chosen, in the order of the choices. */
export const wordsOf = (
  choices: readonly { readonly value: string; readonly words: string }[],
  chosen: readonly string[],
): string =>
  choices
    .filter(({ value }) => chosen.includes(value))
    .map(({ words }) => words)
    .join(', ');
