/**
 * Edits that make one text of the other: insertions, deletions, substitutions and transpositions of neighbours
 * (optimal string alignment; Damerau 1964). Beyond `most` it stops counting.
 * @returns the number of edits, `most + 1` where there are more
 */
export const editDistance = (
  left: readonly string[] | string,
  right: readonly string[] | string,
  most: number,
): number => {
  const rows = left.length;
  const columns = right.length;
  if (Math.abs(rows - columns) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: columns + 1 }, (_, j) => j);
  for (let i = 1; i <= rows; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= columns; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = above;
    above = row;
  }
  return Math.min(above[columns] as number, most + 1);
};
