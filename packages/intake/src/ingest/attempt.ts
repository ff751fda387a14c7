const MAY_TRY_AGAIN = new Set(['40001', '40P01']);
const ATTEMPTS = 6;

/** Deadlocks and serialisation failures are no one's fault: tried again after a moment. */
export const withRetries = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS || !MAY_TRY_AGAIN.has((error as { code?: string }).code ?? ''))
        throw error;
      await new Promise((next) => setTimeout(next, 2 ** tried * 5 * (0.5 + Math.random())));
    }
  }
};
