import type { MessageText } from './data.ts';

/** Prints a letter alone on its sheet: the name and the address stand where the window of an envelope is. */
export const printLetter = (
  { name, address, title, text }: MessageText,
  language: string,
): void => {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.style.position = 'fixed';
  frame.style.inlineSize = '0';
  frame.style.blockSize = '0';
  frame.style.border = '0';
  document.body.append(frame);
  const sheet = frame.contentDocument;
  if (sheet === null) return;
  sheet.documentElement.lang = language;
  sheet.title = title;
  sheet.body.style.font = '12pt/1.6 "Noto Serif", "Noto Serif CJK SC", "SimSun", serif';
  sheet.body.style.margin = '20mm 10mm';
  const part = (kind: string, words: string, gap: string): void => {
    const element = sheet.createElement(kind);
    element.textContent = words;
    element.style.whiteSpace = 'pre-wrap';
    element.style.margin = `0 0 ${gap}`;
    element.style.fontSize = 'inherit';
    sheet.body.append(element);
  };
  part('address', [name, address].filter(Boolean).join('\n'), '25mm');
  part('h1', title, '8mm');
  part('p', text, '0');
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
};
