const PARTS = /^(0|IV|I{1,3})(is|a|S|[A-E])?(\d)?$/;

/**
 * What several groups have in common: IIIC of IIIC1 and IIIC2, II of IIB and IIC; null where they share no stage.
 */
export const commonGroup = (groups: readonly string[]): string | null => {
  const [first, ...others] = [...new Set(groups)];
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const read = [first, ...others].map((group) => PARTS.exec(group));
  const same = (part: number): string | null => {
    const values = new Set(read.map((match) => match?.[part] ?? ''));
    return values.size === 1 ? ([...values][0] ?? null) : null;
  };
  const stage = same(1);
  if (!stage) return null;
  return `${stage}${same(2) ?? ''}`;
};
