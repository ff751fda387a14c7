const MOST = 160;

/** The beginning of a person's words, without the full stop they may end with. */
export const shortened = (words: string): string => {
  const ended = words.replace(/[。.\s]+$/u, '');
  return ended.length > MOST ? `${ended.slice(0, MOST)}…` : ended;
};
