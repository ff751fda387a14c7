/** A page of figures as one HTML file that needs nothing else: headings, tables, drawings as they look, and the words under them. */
import { backgroundOf, inlinedCopy } from '../../../design/downloads.ts';

/** What is copied as it is, without how it looks. */
const plain = new Set([
  'TABLE',
  'THEAD',
  'TBODY',
  'TR',
  'TH',
  'TD',
  'P',
  'H2',
  'H3',
  'UL',
  'OL',
  'LI',
  'STRONG',
  'EM',
]);
/** What a reader of a file cannot use. */
const controls =
  'button, input, label, [role="combobox"], [role="button"], [aria-hidden="true"]:not(svg)';
/** Drawings narrower than this are marks beside words. */
const least = 60;

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem;color:#1b2733}
table{border-collapse:collapse;margin:.5rem 0}th,td{padding:.2rem .6rem;border-bottom:1px solid #d5dbe0;text-align:start}
h2{margin-top:2rem;border-top:2px solid #d5dbe0;padding-top:1rem}svg{max-width:100%;height:auto}pre{white-space:pre-wrap}
@media print{body{margin:0}section{break-inside:avoid-page}}`;

/** Copies what is read; a drawing leaves a mark, and its text goes into a list: brought in as it is, its looks would be held to the rules of the page. */
const copyInto = (target: HTMLElement, node: Node, made: Document, drawings: string[]): void => {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      if (child.textContent) target.append(made.createTextNode(child.textContent));
      continue;
    }
    if (!(child instanceof Element) || child.matches(controls)) continue;
    if (child instanceof SVGSVGElement) {
      if (child.getBoundingClientRect().width < least) continue;
      target.append(made.createComment(`drawing ${drawings.length}`));
      drawings.push(new XMLSerializer().serializeToString(inlinedCopy(child)));
      continue;
    }
    if (plain.has(child.tagName)) {
      const own = made.createElement(child.tagName);
      for (const name of ['colspan', 'scope']) {
        const value = child.getAttribute(name);
        if (value !== null) own.setAttribute(name, value);
      }
      copyInto(own, child, made, drawings);
      target.append(own);
    } else if (getComputedStyle(child).display !== 'none') copyInto(target, child, made, drawings);
  }
};

export interface StudyWords {
  readonly title: string;
  readonly text: string;
  /** Of the page's language. */
  readonly language: string;
  /** What is said of the whole: release, address, when it was made. */
  readonly facts: readonly string[];
  /** Appended as they are: code, definitions. */
  readonly appendices: readonly { readonly title: string; readonly text: string }[];
}

/** The sections of an element as a document. */
export const documentOf = (
  page: Element,
  { title, text, language, facts, appendices }: StudyWords,
): string => {
  const drawings: string[] = [];
  const made = document.implementation.createHTMLDocument(title);
  made.documentElement.lang = language;
  const add = (tag: string, words: string, to: Element = made.body) => {
    const element = made.createElement(tag);
    element.textContent = words;
    to.append(element);
    return element;
  };
  const charset = made.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  made.head.prepend(charset);
  add('h1', title);
  for (const paragraph of text.split(/\n{2,}/)) if (paragraph.trim() !== '') add('p', paragraph);
  for (const fact of facts) add('p', fact);
  for (const section of page.querySelectorAll('section[aria-labelledby], section[aria-label]')) {
    // Sections within sections are copied with these.
    if (
      section.parentElement?.closest('section[aria-labelledby]') ||
      section.querySelector('[data-reproduce]')
    )
      continue;
    const own = made.createElement('section');
    copyInto(own, section, made, drawings);
    made.body.append(own);
  }
  for (const { title: heading, text: content } of appendices) {
    add('h2', heading);
    add('pre', content);
  }
  // Written as text: an element of styles would be held to the rules of the page.
  const looks = `<style>${style}\nsvg{background:${backgroundOf(page)}}</style></head>`;
  const html = made.documentElement.outerHTML
    .replace('</head>', () => looks)
    .replace(/<!--drawing (\d+)-->/g, (_, place) => drawings[Number(place)] ?? '');
  return `<!doctype html>\n${html}\n`;
};
