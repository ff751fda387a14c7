/** What of negotiator 1.1 is used; the published types are of 0.6, which knew no preference of the server's own. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: Readonly<Record<string, string>> });
    encoding(available: string[], options: { readonly preferred: string[] }): string | undefined;
  }
}
