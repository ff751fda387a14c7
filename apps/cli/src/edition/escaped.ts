/** Text as a page of HTML or a drawing of SVG holds it. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A figure as a reader sees it. */
export const inDigits = (value: number | null): string =>
  value === null ? '' : value.toLocaleString('en', { maximumFractionDigits: 2 });
