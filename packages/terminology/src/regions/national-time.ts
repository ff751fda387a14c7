/** The nation keeps one official time, and every institution with it: a day, and a month, are that day and month there. */
export const nationalTimeZone = 'Asia/Shanghai';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: nationalTimeZone });

/** The nation keeps no summer time since 1991: a day begins eight hours before it does in UTC. */
const OFFSET_HOURS = 8;
const OFFSET = OFFSET_HOURS * 3_600_000;
const [SINCE, UNTIL] = [Date.UTC(1992, 0, 1), Date.UTC(9999, 0, 1)];

/** The national calendar's day of an instant, YYYY-MM-DD; where no summer time was retained without the slow calendar. */
export const nationalDay = (instant: Date): string => {
  const time = instant.getTime();
  return time >= SINCE && time < UNTIL
    ? new Date(time + OFFSET).toISOString().slice(0, 10)
    : calendar.format(instant);
};

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: nationalTimeZone,
  hour: '2-digit',
  minute: '2-digit',
});

/** The national clock's time of an instant, HH:mm. */
export const nationalTime = (instant: Date): string => clock.format(instant);

/**
 * The instant at which a day of the national calendar begins, ISO 8601.
 * @param more days later
 */
export const dayBegins = (day: string, more = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + more, -OFFSET_HOURS)).toISOString();
};
