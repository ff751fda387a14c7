/** The margins of a printed page: CSS Paged Media Module Level 3, section 5 (page-margin boxes). */
import { formatInstant } from '../../format/date.ts';
import type { Heading } from './heading.ts';

/** Words as a CSS string: CSS Syntax Module Level 3, section 4.3.7 (escapes). */
export const cssString = (words: string): string =>
  `"${words.replaceAll(/["\\\n\r\f<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** The rule of the page's margins: subject and selection above, release, time of printing and page n of m below. */
export function pageStyle(
  { subject, selection, release }: Heading,
  language: string,
  now: number = Date.now(),
): string {
  const chinese = language.startsWith('zh');
  const printed = `${chinese ? '打印时间' : 'Printed'} ${formatInstant(now)}`;
  const page = chinese
    ? `${cssString('第')} counter(page) ${cssString('页，共')} counter(pages) ${cssString('页')}`
    : `${cssString('Page ')} counter(page) ${cssString(' of ')} counter(pages)`;
  const box = (place: string, content: string) =>
    `@${place} { content: ${content}; font: 8.5pt/1.35 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #333; }`;
  const foot = ['NODP', release, printed].filter((words) => words !== '').join(' · ');
  return `@media print {
  @page {
    size: A4;
    margin: 20mm 12mm 16mm;
    ${box('top-left', cssString([subject, selection].filter((words) => words !== '').join('  |  ')))}
    ${box('bottom-left', cssString(foot))}
    ${box('bottom-right', page)}
  }
  @page { @top-left { width: 100%; text-align: left; } @bottom-left { width: 75%; text-align: left; } }
}`;
}
