/** The nation keeps one official time: a day, and a month, are that day and month there. */
export const nationalTimeZone = 'Asia/Shanghai';

const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: nationalTimeZone });

/** The national calendar's day of an instant, YYYY-MM-DD. */
export const nationalDay = (instant: Date): string => calendar.format(instant);
