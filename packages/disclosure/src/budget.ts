/** How many distinct counts an account may be told in a day. */
export interface CountBudget {
  /** Of an account without an approved project. */
  readonly perDay: number;
}

/** Some sixty openings of a dashboard with another choice each, or two hundred cohorts with all their groups. */
export const defaultBudget: CountBudget = { perDay: 20_000 };
