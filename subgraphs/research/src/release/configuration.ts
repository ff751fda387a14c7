let builder: string | null = null;

/**
 * Lets this process build releases.
 * @param ownerUrl of the role that owns the tables; null where this process must not build
 */
export const configureBuilds = (ownerUrl: string | null): void => {
  builder = ownerUrl;
};

/** Null where this process builds no releases. */
export const buildersUrl = (): string | null => builder;
