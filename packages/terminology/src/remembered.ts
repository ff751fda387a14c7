/** Texts that are remembered: the days of some eleven years. */
const MOST = 4_096;

/**
 * The same function of a text with its last results remembered: the rows of a file say few days, units and codes many times.
 * @param read of the text alone, whose results nobody changes and of which none is undefined
 */
export const remembered = <T extends NonNullable<unknown> | null>(
  read: (text: string) => T,
  most: number = MOST,
): ((text: string) => T) => {
  let known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = read(text);
      if (known.size >= most) known = new Map();
      known.set(text, result);
    }
    return result;
  };
};
