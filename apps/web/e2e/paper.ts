/** What a page would lose on paper. */
import { expect, type Page } from '@playwright/test';

/** An A4 sheet between its margins, px. */
const sheet = { width: 703, height: 990 };

/** Elements that scroll and a ground that is not white, of the page as it would be printed; it is left on the screen again. */
export const paperFaults = async (page: Page): Promise<string[]> => {
  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  const faults = await page.evaluate(() => {
    const main = document.querySelector('main') as HTMLElement;
    const hidden = (e: Element) => e.closest('.screen-only, [hidden]') !== null;
    const scrolled = [...main.querySelectorAll<HTMLElement>('*')]
      .filter((e) => !hidden(e) && e.clientHeight > 40)
      .filter((e) => getComputedStyle(e).overflowY !== 'visible')
      .filter((e) => e.scrollHeight > e.clientHeight + 4)
      .map((e) => `scrolls: ${e.outerHTML.slice(0, 120)}`);
    const ground = getComputedStyle(document.body).backgroundColor;
    const wide = main.scrollWidth - main.clientWidth;
    return [
      ...scrolled,
      ...(ground === 'rgb(255, 255, 255)' ? [] : [`ground ${ground}`]),
      ...(wide === 0 ? [] : [`${wide} px wider than the sheet`]),
    ];
  });
  await page.emulateMedia({ media: 'screen' });
  return faults.map((fault) => `on paper: ${fault}`);
};
