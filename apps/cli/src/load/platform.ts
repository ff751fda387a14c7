/** A saved mapping, as far as the order of files depends on it. */
export interface SavedMapping {
  readonly definition: {
    readonly header: readonly string[];
    readonly kinds: readonly { readonly kind: string }[];
  };
}

/** A running platform, as records are sent to it. */
export interface Platform {
  /** Sends a resource or Bundle to the FHIR endpoint. */
  send(content: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Sends a file of rows or of messages as it is. @returns the answer's text */
  sendFile(
    endpoint: 'csv' | 'hl7v2',
    content: ReadableStream,
    packed: boolean,
    profile?: string,
  ): Promise<{ readonly status: number; readonly text: string }>;
  /** The institution's mappings of files with a header of their own; none where the account may not ask. */
  mappings(): Promise<readonly SavedMapping[]>;
}

export class CannotReach extends Error {}

const reach = async (url: URL, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
    const why = cause?.code ?? cause?.message ?? message;
    throw new CannotReach(
      `The platform at ${url.origin} does not answer (${why}). Start it, or name another with --url.`,
    );
  }
};

/** Signs in with an account; the token it gives lasts an hour or so. */
export const signIn = async (url: string, account: string, password: string): Promise<string> => {
  const response = await reach(new URL('/auth/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  const body = (await response.json().catch(() => ({}))) as {
    access_token?: string;
    message?: string;
  };
  if (body.access_token === undefined) {
    throw new CannotReach(
      body.message ?? `Signing in was answered with status ${response.status}.`,
    );
  }
  return body.access_token;
};

/** What a file of rows is, the platform sees by what it begins with. */
const CONTENT_TYPES = {
  csv: 'application/octet-stream',
  hl7v2: 'x-application/hl7-v2+er7',
} as const;

export const platformAt = (url: string, token: string): Platform => ({
  mappings: async () => {
    const response = await reach(new URL('/csv/mappings', url), {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.ok ? ((await response.json()) as SavedMapping[]) : [];
  },
  sendFile: async (endpoint, content, packed, profile) => {
    const address = new URL(`/${endpoint}`, url);
    if (profile !== undefined) address.searchParams.set('profile', profile);
    const response = await reach(address, {
      method: 'POST',
      headers: {
        'content-type': CONTENT_TYPES[endpoint],
        authorization: `Bearer ${token}`,
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
      },
      body: content,
      duplex: 'half',
    } as RequestInit);
    const text = await response.text();
    if (response.status === 401 || response.status === 403)
      throw new CannotReach(
        `The platform refused the account (status ${response.status}): ${text.slice(0, 500)}`,
      );
    return { status: response.status, text };
  },
  send: async (content) => {
    const response = await reach(new URL('/fhir', url), {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${token}` },
      body: JSON.stringify(content),
    });
    const text = await response.text();
    if (response.status === 401 || response.status === 403) {
      throw new CannotReach(
        `The platform refused the account (status ${response.status}): ${text.slice(0, 500)}`,
      );
    }
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      throw new CannotReach(
        `What answers at ${url}/fhir is no FHIR server (status ${response.status}).`,
      );
    }
  },
});
