const DAY = 86_400_000;

/** The day in the middle of two days, the earlier of two middles; the later day where they are in the wrong order. */
export const middleBetween = (earliest: string, latest: string): string => {
  if (earliest >= latest) return latest;
  const [from, to] = [Date.parse(earliest), Date.parse(latest)];
  return new Date(from + Math.floor((to - from) / DAY / 2) * DAY).toISOString().slice(0, 10);
};
