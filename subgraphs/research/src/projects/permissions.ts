interface Granted {
  /** YYYY-MM-DD, the last day. */
  readonly until: string;
  /** Suspended or ended. */
  readonly closed: boolean;
}

/** Whether a grant holds on a day (YYYY-MM-DD of the national calendar). */
export const inForce = ({ until, closed }: Granted, today: string) => !closed && today <= until;
