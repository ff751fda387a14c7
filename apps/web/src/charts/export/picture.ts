/** A chart as a file of its own, with its caption drawn around it. */
import { backgroundOf, inlinedCopy } from '../../design/downloads.ts';
import { type Caption, type LegendItem, linesOf } from './caption.ts';

const space = 16;
const lineHeight = 17;
const font = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';
const svgNamespace = 'http://www.w3.org/2000/svg';

type Drawing = SVGSVGElement | HTMLCanvasElement;

/** What of a chart is drawn: one drawing, or several beside each other with words of the page above each. */
type Drawn = { drawings: readonly [Drawing, ...Drawing[]]; words: readonly HTMLElement[] };

/** The drawings within an element, with the words that belong to them (`data-chart-words`); null without any. */
export function drawnIn(element: HTMLElement): Drawn | null {
  const svgs = [...element.querySelectorAll<SVGSVGElement>('svg[data-chart]')];
  const [first, ...others] = svgs.length > 0 ? svgs : [...element.querySelectorAll('canvas')];
  if (!first) return null;
  const words = [...element.querySelectorAll<HTMLElement>('[data-chart-words]')];
  return { drawings: [first, ...others], words };
}

/** The place on the page that holds all of these, px. */
function placeOf(elements: readonly Element[]): DOMRect {
  const boxes = elements.map((e) => e.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
  const right = Math.max(...boxes.map((b) => b.right));
  const bottom = Math.max(...boxes.map((b) => b.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The width of words, px, as the browser writes them. */
function measure(size: number, weight: number): (words: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  context.font = `${weight} ${size}px ${font}`;
  return (words) => context.measureText(words).width;
}

/** A colour as it is on the page, where it may be a variable of the theme. */
function colourIn(place: Element, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  place.parentElement?.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return computed || colour;
}

const element = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const made = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};

/** The drawing with title and unit above it, legend, and what it is of below. */
export function captioned(
  { drawings, words }: Drawn,
  caption: Caption,
): { svg: string; width: number; height: number } {
  const [drawing] = drawings;
  const box = placeOf([...drawings, ...words]);
  const width = Math.max(Math.round(box.width), 560);
  const css = getComputedStyle(drawing);
  const ink = colourIn(drawing, 'var(--mui-palette-text-primary)') || css.color;
  const faint = colourIn(drawing, 'var(--mui-palette-text-secondary)') || css.color;
  const background = backgroundOf(drawing);
  const sheet = element('svg', { xmlns: svgNamespace, 'font-family': font });
  let y = space;
  const write = (words: string, size: number, weight: number, fill: string, x = space) => {
    const text = element('text', {
      x,
      y: y + size,
      'font-size': size,
      'font-weight': weight,
      fill,
    });
    text.textContent = words;
    sheet.append(text);
  };
  const writeLines = (words: string, size: number, weight: number, fill: string) => {
    for (const line of linesOf(words, width, measure(size, weight))) {
      write(line, size, weight, fill);
      y += size * 1.35;
    }
  };
  writeLines(caption.title, 16, 650, ink);
  writeLines(caption.unit, 12, 400, faint);
  y += 8;
  if (caption.legend.length > 0) {
    y = drawLegend(sheet, caption.legend, drawing, { y, width, ink, background }) + 8;
  }
  for (const one of drawings) {
    const place = one.getBoundingClientRect();
    const inner = inlined(one, place);
    inner.setAttribute('x', String(space + place.left - box.left));
    inner.setAttribute('y', String(y + place.top - box.top));
    sheet.append(inner);
  }
  for (const one of words) {
    const place = one.getBoundingClientRect();
    const text = element('text', {
      x: space + place.left - box.left,
      y: y + place.top - box.top + 12,
      'font-size': 12,
      'font-weight': 600,
      fill: ink,
    });
    text.textContent = one.textContent;
    sheet.append(text);
  }
  y += box.height + 12;
  for (const [name, value] of caption.facts) writeLines(`${name}: ${value}`, 11, 400, faint);
  const size = { width: width + 2 * space, height: Math.ceil(y + space) };
  sheet.setAttribute('width', String(size.width));
  sheet.setAttribute('height', String(size.height));
  sheet.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  sheet.prepend(element('rect', { width: '100%', height: '100%', fill: background }));
  return { svg: new XMLSerializer().serializeToString(sheet), ...size };
}

function inlined(drawing: Drawing, box: DOMRect): SVGElement {
  if (drawing instanceof SVGSVGElement) return inlinedCopy(drawing);
  return element('image', {
    href: drawing.toDataURL('image/png'),
    width: box.width,
    height: box.height,
  });
}

/** @returns where the legend ends, px */
function drawLegend(
  sheet: SVGElement,
  legend: readonly LegendItem[],
  drawing: Drawing,
  { y, width, ink, background }: { y: number; width: number; ink: string; background: string },
): number {
  const widthOf = measure(12, 400);
  let [x, top] = [space, y];
  for (const { words, colour, mark = 'square' } of legend) {
    const takes = 16 + 6 + widthOf(words) + 18;
    if (x > space && x + takes > width + space) [x, top] = [space, top + lineHeight];
    const fill = colourIn(drawing, colour);
    if (mark === 'line') {
      sheet.append(element('rect', { x, y: top + 5, width: 16, height: 3, fill }));
    } else {
      const shape = { x, y: top + 1, width: 16, height: 11 };
      sheet.append(
        element('rect', { ...shape, fill: mark === 'hatched' ? background : fill, stroke: fill }),
      );
      if (mark === 'hatched') {
        const d = [0, 5, 10].map((at) => `M${x + at} ${top + 12}l5 -11`).join('');
        sheet.append(element('path', { d, stroke: fill, fill: 'none' }));
      }
    }
    const text = element('text', { x: x + 22, y: top + 11, 'font-size': 12, fill: ink });
    text.textContent = words;
    sheet.append(text);
    x += takes;
  }
  return top + lineHeight;
}

/** The captioned drawing as a PNG, at twice its size. */
export async function pictureOf({
  svg,
  width,
  height,
}: ReturnType<typeof captioned>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png'),
  );
}
