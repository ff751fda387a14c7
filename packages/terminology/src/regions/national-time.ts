/** The nation keeps one official time, and every institution with it: a day, and a month, are that day and month there. */
export const nationalTimeZone = 'Asia/Shanghai';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: nationalTimeZone });

/** The national calendar's day of an instant, YYYY-MM-DD. */
export const nationalDay = (instant: Date): string => calendar.format(instant);

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: nationalTimeZone,
  hour: '2-digit',
  minute: '2-digit',
});

/** The national clock's time of an instant, HH:mm. */
export const nationalTime = (instant: Date): string => clock.format(instant);

/** The nation keeps no summer time since 1991: a day begins eight hours before it does in UTC. */
const OFFSET_HOURS = 8;

/**
 * The instant at which a day of the national calendar begins, ISO 8601.
 * @param more days later
 */
export const dayBegins = (day: string, more = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + more, -OFFSET_HOURS)).toISOString();
};
